import type { NodeResponse } from '../../server/contract/nodes.ts';
import type { RelationshipResponse } from '../../server/contract/relationships.ts';
import { evidenceIn } from './evidence-in.ts';
import { kindOfNode } from './kind-of-node.ts';
import { sentenceOf } from './sentence-of.ts';
import type { WorkspaceContent } from './workspace-content.ts';

/** What the server would tell of a node, for one that is only here; undefined for every other. */
export function ownNodeDetails(content: WorkspaceContent, id: string): NodeResponse | undefined {
  const node = content.nodes.get(id);
  if (node === undefined || !content.own.nodes.has(id)) return undefined;
  const counts = new Map<string, NodeResponse['neighbourCounts'][number]>();
  const count = (type: string, direction: 'in' | 'out', other: string) => {
    const neighbour = content.nodes.get(other);
    const label = neighbour ? kindOfNode(neighbour) : '';
    const key = JSON.stringify([type, direction, label]);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { type, direction, label, count: 1 });
  };
  for (const { type, source, target } of content.relationships.values()) {
    if (source === id) count(type, 'out', target);
    if (target === id) count(type, 'in', source);
  }
  return { node, neighbourCounts: [...counts.values()], evidence: evidenceIn(node.properties) };
}

/** What the server would tell of a relationship, for one that is only here; undefined for every other. */
export function ownRelationshipDetails(
  content: WorkspaceContent,
  id: string,
  plainType: (type: string) => string,
): RelationshipResponse | undefined {
  const relationship = content.relationships.get(id);
  if (relationship === undefined || !content.own.relationships.has(id)) return undefined;
  const source = content.nodes.get(relationship.source);
  const target = content.nodes.get(relationship.target);
  if (source === undefined || target === undefined) return undefined;
  const { speaker } = relationship.properties;
  const speakerName = typeof speaker === 'string' ? content.nodes.get(speaker)?.caption : undefined;
  return {
    relationship,
    source,
    target,
    sentence: sentenceOf(relationship, source.caption, target.caption, plainType),
    ...(speakerName === undefined ? {} : { speakerName }),
    evidence: evidenceIn(relationship.properties),
  };
}
