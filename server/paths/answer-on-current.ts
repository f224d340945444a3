import { DataChanged } from '../database/database-errors.ts';
import { atRevision } from './at-revision.ts';
import type { WalkLimits } from './walk-context.ts';
import { type AskedGraph, openWalk, type WalkGraph } from './walk-graph.ts';

/**
 * Answers a question in memory where the graph is held. Meanwhile the engine is asked whether that is the graph as it
 * is now; if not, or if it changes before the answer is whole, that is thrown away, whatever it was, and the engine's own
 * graph is walked.
 */
export async function answerOnCurrent<Answer>(
  asked: AskedGraph,
  limits: WalkLimits,
  answer: (graph: WalkGraph, limits: WalkLimits) => Promise<Answer>,
): Promise<Answer> {
  const { database, held } = asked;
  const latest = held?.latest;
  if (held !== undefined && latest !== undefined) {
    const outdated = new AbortController();
    const signals = [outdated.signal, ...(limits.signal === undefined ? [] : [limits.signal])];
    const isCurrent = held.isCurrent(latest, limits);
    const { revision, identity } = latest;
    const walk = { database: atRevision(database, revision, identity), identity, held: latest };
    const answered = answer(walk, { ...limits, signal: AbortSignal.any(signals) });
    answered.catch(() => undefined);
    try {
      if (await isCurrent) return await answered;
      outdated.abort();
    } catch (error) {
      outdated.abort();
      if (!(error instanceof DataChanged)) throw error;
    }
  }
  return answer(await openWalk(asked, limits), limits);
}
