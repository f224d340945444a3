import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { Hop, HopRelationship, Path } from '../contract/paths.ts';
import { evidenceOf } from '../queries/read-evidence.ts';
import { sentenceOf } from '../queries/read-sentence.ts';
import type { Link } from './link-store.ts';

function textProperty(relationship: Relationship, name: string): string | undefined {
  const value = relationship.properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function explainLink(
  link: Link,
  relationship: Relationship,
  nodes: ReadonlyMap<string, GraphNode>,
): HopRelationship {
  const speaker = textProperty(relationship, 'speaker');
  const speakerName = speaker === undefined ? undefined : nodes.get(speaker)?.caption;
  const date = textProperty(relationship, 'date');
  return {
    id: relationship.id,
    type: relationship.type,
    direction: link.forward ? 'forward' : 'backward',
    sentence: sentenceOf(relationship, nodes),
    status: link.status,
    ...(speaker === undefined ? {} : { speaker }),
    ...(speakerName === undefined ? {} : { speakerName }),
    ...(date === undefined ? {} : { date }),
    evidence: evidenceOf(relationship.properties),
  };
}

/**
 * A chain of nodes as a path of the contract: every hop with all its relationships, each as a sentence that
 * keeps the relationship's own direction, with status, speaker, date and quotes.
 */
export function explainPath(
  nodeIds: readonly string[],
  hopLinks: readonly Link[][],
  nodes: ReadonlyMap<string, GraphNode>,
  relationships: ReadonlyMap<string, Relationship>,
): Path {
  const hops: Hop[] = hopLinks.map((links, i) => ({
    from: nodeIds[i] ?? '',
    to: nodeIds[i + 1] ?? '',
    relationships: links.flatMap((link) => {
      const relationship = relationships.get(link.relationship);
      return relationship === undefined ? [] : [explainLink(link, relationship, nodes)];
    }),
  }));
  return {
    nodeIds: [...nodeIds],
    relationshipIds: hopLinks.map((links) => links[0]?.relationship ?? ''),
    length: hopLinks.length,
    explanation: hops.map((hop) => hop.relationships[0]?.sentence ?? ''),
    hops,
  };
}
