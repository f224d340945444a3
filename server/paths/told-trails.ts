import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { Identity, Row, Value } from '../database/graph-database.ts';
import { isSourceText, publicNodeId, publicRelationshipId } from '../queries/public-ids.ts';
import { nodeOf, relationshipOf, textListOf } from '../queries/read-rows.ts';
import type { WalkFilter } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { Linked } from './read-linked.ts';

/** With more trails than this the search of our own is the better one: it never holds trails, only links. */
export const MOST_TRAILS = 1_000;
/** Up to so many trails are sent with all that an answer tells of them. */
const MOST_TOLD = 120;

/**
 * The end of a query that binds trails to `p`: one row with how many there are (`found`, at most one more than
 * `MOST_TRAILS`), their greatest length and the number of their lengths, and every relationship and node on them
 * once, in full where they are few. Column by column and row by row the same takes twice as long.
 */
export function toldOf(identity: Identity): string {
  const own = identity === 'own';
  const ofRelationship = own ? 'r{.id, .status, .date, evidence: size(r.evidence)}' : 'null';
  return `WITH p LIMIT ${MOST_TRAILS + 1}
WITH collect(p) AS all, count(p) AS found, max(length(p)) AS longest, count(DISTINCT length(p)) AS lengths
WITH *, found <= ${MOST_TOLD} AS told, CASE WHEN found > ${MOST_TRAILS} THEN [] ELSE all END AS trails
WITH *, COLLECT { UNWIND trails AS p UNWIND relationships(p) AS r WITH DISTINCT r RETURN r } AS rs,
COLLECT { UNWIND trails AS p UNWIND nodes(p) AS n WITH DISTINCT n RETURN n } AS ns
RETURN found, longest, lengths, told, [r IN rs | [elementId(r), type(r), elementId(startNode(r)),
elementId(endNode(r)), CASE WHEN told THEN properties(r) ELSE ${ofRelationship} END]] AS links,
[n IN ns | [elementId(n), labels(n), CASE WHEN told THEN properties(n) ELSE ${own ? 'n{.id}' : 'null'} END]] AS nodes`;
}

interface Told {
  links: Link[];
  /** Nodes and relationships in full; empty where they are too many. */
  linked: Linked;
  /** Whether a document or a passage is among the nodes. */
  texts: boolean;
}

/** Reads the row of `toldOf`; the links are those that the filter lets be walked, each way that it does. */
export function readTold(identity: Identity, row: Row, filter: WalkFilter): Told {
  const own = identity === 'own';
  const told = row.told === true;
  const ends = new Map<string, { id: string; labels: string[] }>();
  const linked: Linked = {
    nodes: new Map<string, GraphNode>(),
    relationships: new Map<string, Relationship>(),
  };
  for (const [element, labels, properties] of listsOf(row.nodes)) {
    const end = { labels: textListOf(labels), id: '' };
    end.id = publicNodeId(identity, { element: textOf(element), labels: end.labels, own: idOf(properties) });
    ends.set(textOf(element), end);
    if (told)
      linked.nodes.set(end.id, nodeOf({ id: end.id, labels: end.labels, properties: properties ?? null }));
  }
  const links = listsOf(row.links).flatMap(([element, type, from, to, properties]) => {
    const source = ends.get(textOf(from));
    const target = ends.get(textOf(to));
    if (source === undefined || target === undefined) return [];
    const labels = [source.labels, target.labels] as const;
    const id = publicRelationshipId(identity, { element: textOf(element), labels, own: idOf(properties) });
    const step = { type: textOf(type), source: source.id, target: target.id };
    if (told) linked.relationships.set(id, relationshipOf({ ...step, id, properties: properties ?? null }));
    // A graph that Throughline did not load may use the words for something else.
    const { status, evidence, date } = own ? mapOf(properties) : {};
    return filter.linksOf({
      ...step,
      relationship: id,
      status: status === undefined || status === null ? 'asserted' : String(status),
      evidence: sizeOf(evidence),
      date: typeof date === 'string' && date !== '' ? date : undefined,
    });
  });
  return { links, linked, texts: [...ends.values()].some((end) => isSourceText(identity, end.labels)) };
}

/** As `size()` tells it; a number is a size already. */
function sizeOf(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  return Array.isArray(value) || typeof value === 'string' ? value.length : 0;
}

function listsOf(value: Value | undefined): Value[][] {
  return Array.isArray(value) ? value.filter((item) => Array.isArray(item)) : [];
}

function mapOf(value: Value | undefined): { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function idOf(properties: Value | undefined): Value | undefined {
  return mapOf(properties).id;
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
