import type { Identity } from '../database/graph-database.ts';

/**
 * Which nodes and relationships a public id stands for, as Cypher. In an `own` graph the nodes that Throughline
 * loaded go by their `id`; whatever else lives in the same database, and everything in a graph that it never
 * loaded, goes by the engine's element id. The two kinds of id never look alike: ids of ours hold no colon.
 */

const OWN_LABELS: ReadonlySet<string> = new Set(['Entity', 'Passage', 'SourceDocument']);

const ELEMENT_ID = /^\d+:[^:]*:\d+$/;

/** Whether an id is an engine's element id rather than an `id` property. */
export function isElementId(id: string): boolean {
  return ELEMENT_ID.test(id);
}

/** The Cypher expression for the public id of the node bound to `variable`. */
export function nodeIdOf(identity: Identity, variable: string): string {
  if (identity === 'element') return `elementId(${variable})`;
  const own = `${variable}:Entity OR ${variable}:Passage OR ${variable}:SourceDocument`;
  // An id that is no text is somebody else's.
  return `CASE WHEN (${own}) AND toString(${variable}.id) = ${variable}.id THEN ${variable}.id ELSE elementId(${variable}) END`;
}

/** The Cypher expression for the public id of relationship `r` from `a` to `b`. */
export function relationshipIdOf(identity: Identity, r: string, a: string, b: string): string {
  if (identity === 'element') return `elementId(${r})`;
  const own = `${a}:Entity AND ${b}:Entity AND toString(${r}.id) = ${r}.id`;
  return `CASE WHEN ${own} THEN ${r}.id ELSE elementId(${r}) END`;
}

/** A node or relationship as an engine tells it: its element id and, where it has one, its property `id`. */
interface Told<Labels> {
  element: string;
  /** Of the node, or of the two nodes that a relationship leads from and to. */
  labels: Labels;
  own: unknown;
}

/** What `nodeIdOf` gives, of a node that has been read. */
export function publicNodeId(identity: Identity, { element, labels, own }: Told<readonly string[]>): string {
  const isOurs = identity === 'own' && labels.some((label) => OWN_LABELS.has(label));
  return isOurs && typeof own === 'string' ? own : element;
}

/** What `relationshipIdOf` gives, of a relationship that has been read. */
export function publicRelationshipId(
  identity: Identity,
  { element, labels, own }: Told<readonly [source: readonly string[], target: readonly string[]]>,
): string {
  const isOurs = identity === 'own' && labels.every((ofEnd) => ofEnd.includes('Entity'));
  return isOurs && typeof own === 'string' ? own : element;
}

export interface NodeMatch {
  /** Label part of the pattern, such as `:Entity`. */
  pattern: string;
  /** Condition on the parameter named `parameter`, such as `n.id IN $ids`. */
  condition: (variable: string, parameter: string) => string;
  ids: string[];
  /** They go by the `id` property, which is indexed under the pattern's label. */
  byId: boolean;
}

/**
 * Splits ids into groups that one indexed pattern each can find: at most two, and none for no ids.
 * Ids of documents and passages are not entities and are not found by these.
 */
export function matchNodes(identity: Identity, ids: readonly string[]): NodeMatch[] {
  const byElement = ids.filter((id) => identity === 'element' || isElementId(id));
  const byId = identity === 'element' ? [] : ids.filter((id) => !isElementId(id));
  const matches: NodeMatch[] = [];
  if (byId.length > 0) {
    matches.push({ pattern: ':Entity', condition: (v, p) => `${v}.id IN $${p}`, ids: byId, byId: true });
  }
  if (byElement.length > 0) {
    matches.push({
      pattern: '',
      condition: (v, p) => `elementId(${v}) IN $${p}`,
      ids: byElement,
      byId: false,
    });
  }
  return matches;
}

/** Whether a node with these labels is a text or a part of one, which paths do not run through. */
export function isSourceText(identity: Identity, labels: readonly string[]): boolean {
  return identity === 'own' && labels.some((label) => label === 'Passage' || label === 'SourceDocument');
}

/** The condition that leaves out documents and passages, which are not part of what is explored. */
export function explorable(identity: Identity, variable: string): string {
  return identity === 'element' ? 'true' : `NOT ${variable}:Passage AND NOT ${variable}:SourceDocument`;
}
