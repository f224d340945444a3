import { create } from 'zustand';
import type { Graph } from '../../../server/contract/graph.ts';
import { bestConnected, DRAW_BUDGET } from '../../workspace/draw-budget.ts';

export type MoreAnswer = 'all' | 'best' | null;

export interface MoreQuestion {
  newcomers: number;
  /** Nodes on the canvas if all come. */
  total: number;
  /** How many would come if only the best connected do; 0 where there is no room for any. */
  best: number;
  answer(answer: MoreAnswer): void;
}

/** What the user is asked before more comes than is drawn well. */
export const useMore = create<{ question: MoreQuestion | null }>()(() => ({ question: null }));

/** So many nodes may be drawn without asking again. */
let allowed: number = DRAW_BUDGET.nodes;
/** Who said yes to so much is not asked for a little more. */
const LEEWAY = 1.25;

/** Takes note that the user wants so many nodes drawn. */
export function allowDrawn(nodes: number): void {
  allowed = Math.max(DRAW_BUDGET.nodes, Math.ceil(nodes * LEEWAY));
}

/**
 * What of a graph is to come to those that are there: all of it while that is within the budget, else what the user
 * wants. Rejects as aborted where nothing is wanted.
 */
export async function withinBudget(
  graph: Graph,
  nodes: ReadonlyMap<string, unknown>,
  signal?: AbortSignal,
): Promise<Graph> {
  const isThere = (id: string) => nodes.has(id);
  const newcomers = graph.nodes.filter(({ id }) => !isThere(id)).length;
  const total = nodes.size + newcomers;
  if (newcomers === 0 || total <= allowed) return graph;
  const best = Math.max(0, allowed - nodes.size);
  useMore.getState().question?.answer(null);
  const answer = await new Promise<MoreAnswer>((resolve) => {
    const finish = (given: MoreAnswer) => {
      signal?.removeEventListener('abort', stop);
      useMore.setState({ question: null });
      resolve(given);
    };
    const stop = () => finish(null);
    signal?.addEventListener('abort', stop);
    useMore.setState({ question: { newcomers, total, best, answer: finish } });
  });
  if (answer === null) throw new DOMException('Nothing more is wanted.', 'AbortError');
  if (answer === 'best') return bestConnected(graph, isThere, best);
  allowDrawn(total);
  return graph;
}
