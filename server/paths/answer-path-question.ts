import type { GraphNode } from '../contract/graph.ts';
import type { PathAnswer, PathQuestion } from '../contract/paths.ts';
import type { FieldProblem } from '../contract/problem.ts';
import { checkNames } from './check-names.ts';
import { checkEnds, checkWishes } from './check-question.ts';
import { explainAbsence } from './explain-absence.ts';
import { explainPath } from './explain-path.ts';
import { hopsOf } from './find-chains.ts';
import { type Known, readLinked, readNodes } from './read-linked.ts';
import { type SearchedChains, searchChains } from './search-chains.ts';
import { budgetOf, InvalidQuestion, RESULT_MS, type WalkLimits } from './walk-context.ts';
import type { WalkGraph } from './walk-graph.ts';

/**
 * Answers how nodes are connected: the paths with every hop explained, what was searched, and, where there is
 * no path, why and what would give one.
 *
 * @throws InvalidQuestion for unknown ids and contradicting wishes; DatabaseError from the engine
 */
export async function answerPathQuestion(
  graph: WalkGraph,
  question: PathQuestion,
  limits: WalkLimits,
): Promise<PathAnswer> {
  limits.signal?.throwIfAborted();
  const refused = new AbortController();
  const signals = [refused.signal, ...(limits.signal === undefined ? [] : [limits.signal])];
  const budget = budgetOf({ ...limits, signal: AbortSignal.any(signals) });
  const options = { signal: limits.signal, timeoutMs: limits.timeoutMs };
  const refuse = async (wrong: FieldProblem[]) => {
    const known = await readEnds(graph, question, limits);
    return new InvalidQuestion([...checkEnds(question, known, graph.identity), ...wrong]);
  };
  const contradictions = checkWishes(question);
  const names = checkNames({ database: graph.database, options }, question, graph.held?.details);
  if (contradictions.length > 0) throw await refuse([...contradictions, ...(await names)]);
  // Names are nearly always right, so the search need not wait for them.
  const search = searchChains(graph, question, budget);
  search.catch(() => undefined);
  const unknown = await names;
  if (unknown.length > 0) {
    refused.abort();
    throw await refuse(unknown);
  }
  const found = await search;
  const answer =
    found.chains.length > 0 ? await tellChains(graph, question, found, limits) : toldNothing(question, found);
  if (found.chains.length === 0) {
    // Where there is a path its ends are there; only now may they be unknown, and mostly they are not.
    const absence = found.truncated ? undefined : explainAbsence(graph, question, found, budget);
    absence?.catch(() => undefined);
    const known = await readEnds(graph, question, limits, found.known);
    const problems = checkEnds(question, known, graph.identity);
    if (problems.length > 0) {
      refused.abort();
      throw new InvalidQuestion(problems);
    }
    const why = await absence;
    answer.reason =
      why?.reason(known) ??
      'The search ended early, at its limit of time or work, before it found a path. There may be one.';
    answer.relaxations = why?.relaxations ?? [];
  }
  answer.searched.elapsedMs = Math.round(budget.elapsed);
  return answer;
}

function readEnds(
  { database, held }: WalkGraph,
  { from, to, via }: PathQuestion,
  { signal, timeoutMs }: WalkLimits,
  known: Known | undefined = held?.details,
): Promise<Map<string, GraphNode>> {
  return readNodes({ database, options: { signal, timeoutMs } }, [from, to, ...via], known);
}

function toldNothing(question: PathQuestion, found: SearchedChains): PathAnswer {
  return {
    paths: [],
    graph: { nodes: [], relationships: [] },
    searched: {
      maxLength: question.maxLength,
      nodesVisited: found.effort?.nodes ?? null,
      relationshipsVisited: found.effort?.relationships ?? null,
      pathsFound: found.found,
      moreExist: found.moreExist,
      undated: 0,
      elapsedMs: 0,
    },
    truncated: found.truncated,
    relaxations: [],
  };
}

async function tellChains(
  { database, held }: WalkGraph,
  question: PathQuestion,
  found: SearchedChains,
  { signal }: WalkLimits,
): Promise<PathAnswer> {
  const hops = found.chains.map((chain) => hopsOf(chain, found.links));
  const linked = await readLinked(
    { database, options: { signal, timeoutMs: RESULT_MS } },
    hops.flat(2),
    found.chains.flat(),
    found.known ?? held?.details,
  );
  const answer = toldNothing(question, found);
  answer.paths = found.chains.map((chain, i) => explainPath(chain, hops[i] ?? [], linked));
  const onPaths = new Set(found.chains.flat());
  answer.graph = {
    nodes: [...onPaths].flatMap((id) => linked.nodes.get(id) ?? []),
    relationships: [...linked.relationships.values()],
  };
  if (question.asOf !== undefined) {
    const undated = hops.flat(2).filter((link) => link.date === undefined);
    answer.searched.undated = new Set(undated.map((link) => link.relationship)).size;
  }
  return answer;
}
