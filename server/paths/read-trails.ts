import type { PathQuestion } from '../contract/paths.ts';
import { QueryOutOfMemory, QueryRefused, QueryTimeout } from '../database/database-errors.ts';
import type { Identity, Row, TrailWish } from '../database/graph-database.ts';
import { isElementId, matchNodes } from '../queries/public-ids.ts';
import { countOf, numbersOf } from '../queries/read-rows.ts';
import { excludedStatuses, lastOf, WalkFilter, type WalkRules } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { Known } from './read-linked.ts';
import type { SearchBudget } from './search-budget.ts';
import { MOST_TRAILS, readTold, toldOf } from './told-trails.ts';
import { trailsOf, type WalkGraph } from './walk-graph.ts';

/** Share of a question's time that may go into this attempt. */
const SHARE = 0.125;

/** Every link of every path up to some length. */
export interface Trails {
  links: Link[];
  /** Number of links up to which every path is held; at most what the question allows. */
  complete: number;
  /** The least length of a trail, where that is more than the question allows; infinite where none was found. */
  beyond?: number;
  /** What was sent along: nodes and relationships in full. */
  known: Known;
}

/**
 * Lets the engine itself find the trails of the `groups` smallest lengths between the ends of a question, where it
 * filters them during its search, and gives all links on them in one round trip. The shortest are looked for however
 * long they are, more groups only where these are no longer than the question allows, and up to that. Undefined where
 * the engine cannot, where an end is unknown, and where there are too many: then the search of our own answers.
 */
export async function readTrails(
  graph: WalkGraph,
  question: PathQuestion,
  rules: WalkRules,
  budget: SearchBudget,
  groups: number,
): Promise<Trails | undefined> {
  const { database, identity } = graph;
  const clauses = trailsOf(graph);
  if (clauses === undefined || question.via.length > 0) return undefined;
  const [a, b] = [question.from, question.to].map((id) => matchNodes(identity, [id])[0]);
  if (a === undefined || b === undefined) return undefined;
  const { types, avoidTypes, avoid, labels, avoidLabels, endpoints, asOf } = rules;
  const wish = wishOf(identity, rules);
  const collect = (clause: string) => `COLLECT { ${clause} RETURN p LIMIT ${MOST_TRAILS + 1} }`;
  const nearest = collect(clauses.shortest(wish));
  const more = collect(clauses.shortestGroups(wish, groups, question.maxLength));
  const wanted =
    groups === 1
      ? `WITH a, b, ${nearest} AS trails`
      : `WITH a, b, ${nearest} AS nearest
WITH a, b, CASE WHEN size(nearest) > ${MOST_TRAILS} OR none(p IN nearest[..1] WHERE length(p) <= $longest)
THEN nearest ELSE ${more} END AS trails`;
  const cypher = `MATCH (a${a.pattern}) WHERE ${a.condition('a', 'from')} MATCH (b${b.pattern}) WHERE ${b.condition('b', 'to')}
${wanted}
${toldOf(identity)}`;
  const parameters = {
    ...{ from: [question.from], to: [question.to], types, avoidTypes, avoid, labels, avoidLabels, endpoints },
    ...{ late: asOf === undefined ? '' : lastOf(asOf), longest: question.maxLength },
  };
  let rows: Row[];
  try {
    rows = await database.read(cypher, parameters, {
      signal: budget.signal,
      timeoutMs: Math.max(1, Math.round(budget.remaining * SHARE)),
    });
  } catch (error) {
    const wontDo = [QueryTimeout, QueryOutOfMemory, QueryRefused].some((kind) => error instanceof kind);
    if (wontDo) return undefined;
    throw error;
  }
  const [row] = rows;
  if (row === undefined || countOf(row, 'found') > MOST_TRAILS) return undefined;
  const told = readTold(identity, row, new WalkFilter(rules));
  // A text among the nodes: other trails around it may be as short.
  if (told.texts) return undefined;
  const lengths = numbersOf(row.lengths);
  const shortest = Math.min(...lengths, Number.POSITIVE_INFINITY);
  if (shortest > question.maxLength) return { ...told, complete: question.maxLength, beyond: shortest };
  const complete = lengths.length < groups ? question.maxLength : Math.max(...lengths);
  return { ...told, complete };
}

function wishOf(identity: Identity, rules: WalkRules): TrailWish {
  const own = identity === 'own';
  // Words of the contract; looked up in a parameter they take the engine half as long again.
  const excluded = excludedStatuses(rules).map((status) => `'${status}'`);
  const ofRelationships = [
    rules.types.length > 0 ? 'type(r) IN $types' : [],
    rules.avoidTypes.length > 0 ? 'NOT type(r) IN $avoidTypes' : [],
    own ? `NOT coalesce(r.status, 'asserted') IN [${excluded.join(', ')}]` : [],
    own && rules.asOf !== undefined ? 'NOT coalesce(r.date > $late, false)' : [],
  ].flat();
  const isEnd = isAmong(identity, rules.endpoints, 'endpoints');
  const ofNodes = [
    rules.avoid.length > 0 ? `NOT (${isAmong(identity, rules.avoid, 'avoid')})` : [],
    rules.labels.length > 0 ? `(any(l IN labels(n) WHERE l IN $labels) OR ${isEnd})` : [],
    rules.avoidLabels.length > 0 ? `(none(l IN labels(n) WHERE l IN $avoidLabels) OR ${isEnd})` : [],
  ].flat();
  return {
    out: rules.direction === 'out',
    relationships: ofRelationships.join(' AND '),
    nodes: ofNodes.join(' AND '),
  };
}

/** Whether node `n` goes by one of the ids in a parameter; never null. */
function isAmong(identity: Identity, ids: readonly string[], parameter: string): string {
  const byElement = `elementId(n) IN $${parameter}`;
  if (identity === 'element') return byElement;
  const byId = `coalesce(n:Entity AND n.id IN $${parameter}, false)`;
  return ids.some(isElementId) ? `(${byId} OR ${byElement})` : byId;
}
