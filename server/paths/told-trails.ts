import type { Identity, Row, Value } from '../database/graph-database.ts';
import { isSourceText, publicNodeId, publicRelationshipId } from '../queries/public-ids.ts';
import { evidenceCountOf } from '../queries/read-evidence.ts';
import { nodeOf, relationshipOf, textListOf } from '../queries/read-rows.ts';
import type { WalkFilter } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { Known } from './read-linked.ts';

/** With more trails than this the search of our own is the better one: it never holds trails, only links. */
export const MOST_TRAILS = 1_000;
/** Up to so many trails that answer a question are sent with all that an answer tells of them. */
const MOST_TOLD = 120;
const NOTHING: { [key: string]: Value } = {};

/**
 * The end of a query that has bound two nodes `a` and `b`, and to `trails` a list of at most `MOST_TRAILS` + 1 trails
 * between them: one row with how many there are (`found`), their different `lengths`, and every relationship and node
 * on them once, in full where they are few and no longer than `$longest`. The two nodes themselves are always told in
 * full, also without any trail. Column by column and row by row the same takes twice as long.
 */
export function toldOf(identity: Identity): string {
  const own = identity === 'own';
  const ofRelationship = own ? `[r.id, r.status, ${evidenceCountOf('r')}, r.date]` : 'null';
  return `WITH *, size(trails) AS found, size(trails) <= ${MOST_TOLD} AND all(p IN trails[..1] WHERE length(p) <= $longest) AS told,
COLLECT { UNWIND trails AS p RETURN DISTINCT length(p) } AS lengths,
CASE WHEN size(trails) > ${MOST_TRAILS} THEN [] ELSE trails END AS kept
WITH *, COLLECT { UNWIND kept AS p UNWIND relationships(p) AS r WITH DISTINCT r RETURN r } AS rs,
COLLECT { UNWIND kept AS p UNWIND nodes(p) AS n WITH DISTINCT n RETURN n } AS ns
RETURN found, lengths, [r IN rs | [elementId(r), type(r), elementId(startNode(r)),
elementId(endNode(r)), CASE WHEN told THEN properties(r) ELSE ${ofRelationship} END]] AS links,
[n IN CASE WHEN found = 0 THEN [a, b] ELSE ns END |
[elementId(n), labels(n), CASE WHEN told OR n IN [a, b] THEN properties(n) ELSE ${own ? 'n.id' : 'null'} END]] AS nodes`;
}

interface Told {
  links: Link[];
  /** The nodes and relationships that were told in full. */
  known: Known;
  /** Whether a document or a passage is among the nodes. */
  texts: boolean;
}

/** Reads the row of `toldOf`; the links are those that the filter lets be walked, each way that it does. */
export function readTold(identity: Identity, row: Row, filter: WalkFilter): Told {
  const own = identity === 'own';
  const ends = new Map<Value | undefined, { id: string; labels: string[] }>();
  const nodes = new Map<string, Row>();
  const relationships = new Map<string, Row>();
  for (const node of listsOf(row.nodes)) {
    const [element, brief] = [node[0], node[2]];
    const full = isMap(brief);
    const properties = full ? brief : { id: brief ?? null };
    const labels = textListOf(node[1]);
    const id = publicNodeId(identity, { element: textOf(element), labels, own: properties.id });
    ends.set(element, { id, labels });
    if (full) nodes.set(id, { id, labels, properties });
  }
  const links: Link[] = [];
  for (const relationship of listsOf(row.links)) {
    const source = ends.get(relationship[2]);
    const target = ends.get(relationship[3]);
    if (source === undefined || target === undefined) continue;
    const full = isMap(relationship[4]);
    const properties = propertiesOf(relationship[4]);
    const told = { element: textOf(relationship[0]), own: properties.id };
    const id = publicRelationshipId(identity, { ...told, labels: [source.labels, target.labels] });
    const type = textOf(relationship[1]);
    if (full) relationships.set(id, { id, type, source: source.id, target: target.id, properties });
    // A graph that Throughline did not load may use the words for something else.
    const { status, evidence, date } = own ? properties : NOTHING;
    const step = {
      relationship: id,
      type,
      source: source.id,
      target: target.id,
      status: status === undefined || status === null ? 'asserted' : String(status),
      evidence: full ? quotesIn(evidence) : countIn(evidence),
      date: typeof date === 'string' && date !== '' ? date : undefined,
    };
    for (const link of filter.linksOf(step)) links.push(link);
  }
  const texts = [...ends.values()].some(({ labels }) => isSourceText(identity, labels));
  return { links, known: new ReadRows(nodes, relationships), texts };
}

/** Of a relationship: told in full, or in brief without its keys, which nobody needs a thousand times. */
function propertiesOf(told: Value | undefined): { [key: string]: Value } {
  if (!Array.isArray(told)) return isMap(told) ? told : NOTHING;
  const [id = null, status = null, evidence = null, date = null] = told;
  return { id, status, evidence, date };
}

/** Rows that become nodes and relationships when they are asked for: an answer needs few of them. */
class ReadRows implements Known {
  readonly nodes: Known['nodes'];
  readonly relationships: Known['relationships'];

  constructor(nodes: ReadonlyMap<string, Row>, relationships: ReadonlyMap<string, Row>) {
    this.nodes = { get: (id) => readAs(nodeOf, nodes.get(id)) };
    this.relationships = { get: (id) => readAs(relationshipOf, relationships.get(id)) };
  }
}

function readAs<T>(read: (row: Row) => T, row: Row | undefined): T | undefined {
  return row === undefined ? undefined : read(row);
}

/** As `evidenceCountOf` tells it. */
function quotesIn(value: Value | undefined): number {
  if (Array.isArray(value)) return value.length;
  return value === undefined || value === null ? 0 : 1;
}

function countIn(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function listsOf(value: Value | undefined): Value[][] {
  return Array.isArray(value) ? value.filter((item) => Array.isArray(item)) : [];
}

function isMap(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
