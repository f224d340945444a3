import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { HopRelationship } from '../contract/paths.ts';
import { evidenceOf } from '../queries/read-evidence.ts';
import { sentenceOf } from '../queries/read-sentence.ts';
import type { Link } from './link-store.ts';
import type { Linked } from './read-linked.ts';

function textProperty(relationship: Relationship, name: string): string | undefined {
  const value = relationship.properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Links as sentences, in their order; those whose relationship was not found are left out. */
export function explainLinks(links: readonly Link[], { nodes, relationships }: Linked): HopRelationship[] {
  return links.flatMap((link) => {
    const relationship = relationships.get(link.relationship);
    return relationship === undefined ? [] : [explainLink(link, relationship, nodes)];
  });
}

/** A link as a sentence that keeps the relationship's own direction, with status, speaker, date and quotes. */
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
