import type { GraphNode } from '../contract/graph.ts';
import type { PathAnswer, PathQuestion, Relaxation } from '../contract/paths.ts';
import type { GraphDatabase, Identity } from '../database/graph-database.ts';
import { findNodes } from '../queries/find-nodes.ts';
import { checkQuestion } from './check-question.ts';
import { explainPath } from './explain-path.ts';
import { type FoundChains, findChains, hopsOf } from './find-chains.ts';
import { readLinked } from './read-linked.ts';
import { LinkReader, type WalkRules } from './read-links.ts';
import { loosen, widest } from './relax-question.ts';
import { SearchBudget } from './search-budget.ts';
import {
  budgetOf,
  InvalidQuestion,
  MOST_LINKS,
  MOST_STEPS,
  RESULT_MS,
  type WalkLimits,
} from './walk-context.ts';

/** Share of the time that may go into relaxations, and for each of them. */
const RELAXATION_MS = 1_000;

/**
 * Answers how nodes are connected: the paths with every hop explained, what was searched, and, where there is
 * no path, why and what would give one.
 *
 * @throws InvalidQuestion for unknown ids and contradicting wishes; DatabaseError from the engine
 */
export async function answerPathQuestion(
  database: GraphDatabase,
  question: PathQuestion,
  limits: WalkLimits,
): Promise<PathAnswer> {
  const { timeoutMs, signal } = limits;
  const budget = budgetOf(limits);
  const options = { signal, timeoutMs };
  const asked = [question.from, question.to, ...question.via];
  const known = new Map((await findNodes({ database, options }, asked)).map((node) => [node.id, node]));
  const identity = await database.identity(options);
  const problems = checkQuestion(question, known, identity);
  if (problems.length > 0) throw new InvalidQuestion(problems);

  const found = await findChains(question, new LinkReader(database, identity, rulesOf(question)), budget);
  const hops = found.chains.map((chain) => hopsOf(chain, found.links));
  const linked = await readLinked(
    { database, options: { signal, timeoutMs: RESULT_MS } },
    hops.flat(2),
    found.chains.flat(),
  );
  const paths = found.chains.map((chain, i) => explainPath(chain, hops[i] ?? [], linked));
  const onPaths = new Set(found.chains.flat());
  const answer: PathAnswer = {
    paths,
    graph: {
      nodes: [...linked.nodes.values()].filter((node) => onPaths.has(node.id)),
      relationships: [...linked.relationships.values()],
    },
    searched: {
      maxLength: question.maxLength,
      nodesVisited: found.nodesVisited,
      relationshipsVisited: found.links.relationshipCount,
      pathsFound: found.found,
      moreExist: found.moreExist,
      undated: question.asOf === undefined ? 0 : countUndated(hops),
      elapsedMs: 0,
    },
    truncated: found.truncated,
    relaxations: [],
  };
  if (paths.length === 0 && found.truncated) {
    answer.reason =
      'The search ended early, at its limit of time or work, before it found a path. There may be one.';
  } else if (paths.length === 0) {
    Object.assign(answer, await explainAbsence(database, identity, question, found, known, budget));
  }
  answer.searched.elapsedMs = Math.round(budget.elapsed);
  return answer;
}

function rulesOf(question: PathQuestion): WalkRules {
  return { ...question, endpoints: [question.from, question.to, ...question.via] };
}

function countUndated(hops: ReturnType<typeof hopsOf>[]): number {
  return new Set(hops.flat(2).flatMap((link) => (link.dated ? [] : [link.relationship]))).size;
}

async function explainAbsence(
  database: GraphDatabase,
  identity: Identity,
  question: PathQuestion,
  found: FoundChains,
  known: ReadonlyMap<string, GraphNode>,
  budget: SearchBudget,
): Promise<Pick<PathAnswer, 'reason' | 'relaxations'>> {
  const name = (id: string) => known.get(id)?.caption ?? id;
  const count = async (other: PathQuestion) => {
    const time = Math.min(RELAXATION_MS, budget.remaining);
    const part = new SearchBudget({ time, links: MOST_LINKS, steps: MOST_STEPS }, budget.signal);
    return findChains(other, new LinkReader(database, identity, rulesOf(other)), part);
  };
  const relaxations: Relaxation[] = [];
  for (const { change, question: other } of loosen(question)) {
    if (budget.remaining <= 1) break;
    if (relaxations.length > 0 && other.maxLength > question.maxLength + 1) continue;
    const { found: pathCount, truncated } = await count(other);
    if (pathCount === 0) continue;
    const paths = `${truncated ? 'at least ' : ''}${pathCount} ${pathCount === 1 ? 'path' : 'paths'}`;
    relaxations.push({
      change: `${paths} ${change}`,
      question: { ...other, mode: question.mode },
      pathCount,
    });
  }
  const limit = `${question.maxLength} ${question.maxLength === 1 ? 'hop' : 'hops'}`;
  if (found.apart === undefined) {
    return { reason: `No path within ${limit} under these filters.`, relaxations };
  }
  const [from, to] = found.apart;
  if (relaxations.length === 0) {
    const anything = await count(widest({ ...question, from, to }));
    if (anything.apart !== undefined) {
      return {
        reason: `Nothing connects ${name(from)} and ${name(to)}: they lie on separate islands.`,
        relaxations,
      };
    }
  }
  return {
    reason: `Under these filters nothing connects ${name(from)} and ${name(to)}, at any length.`,
    relaxations,
  };
}
