import { create } from 'zustand';
import { ApiProblem, isAway, plainReasons } from '../../api/api-problem.ts';
import { lookAtHealth } from '../connection/query-client.ts';
import { useScreen } from '../screen-store.ts';

export type Asked<Question, Answer> =
  | { state: 'none' }
  | { state: 'asking' }
  | { state: 'cancelled' }
  | { state: 'failed'; detail: string; fields: ApiProblem['fields'] }
  | { state: 'answered'; question: Question; answer: Answer; number: number };

/**
 * A question that outlives the panel it is asked in: one runs at a time, a newer one ends it, and it can be
 * cancelled. `receive` does what an answer does to the canvas, before the panel shows it; `number` counts answers.
 */
export function createAsking<Question, Answer>(
  send: (question: Question, signal: AbortSignal) => Promise<Answer>,
  receive: (question: Question, answer: Answer, number: number) => Promise<void>,
) {
  const useAsked = create<{ asked: Asked<Question, Answer> }>()(() => ({ asked: { state: 'none' } }));
  let running: AbortController | null = null;
  let number = 0;

  async function ask(question: Question): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    useAsked.setState({ asked: { state: 'asking' } });
    number += 1;
    const own = number;
    try {
      const answer = await send(question, controller.signal);
      await receive(question, answer, own);
      if (running === controller)
        useAsked.setState({ asked: { state: 'answered', question, answer, number: own } });
    } catch (error) {
      if (running !== controller) return;
      if (controller.signal.aborted) return useAsked.setState({ asked: { state: 'cancelled' } });
      if (isAway(error)) lookAtHealth();
      const fields = error instanceof ApiProblem ? error.fields : [];
      const detail = plainReasons(error);
      useScreen.getState().announce(detail);
      useAsked.setState({ asked: { state: 'failed', detail, fields } });
    } finally {
      if (running === controller) running = null;
    }
  }

  return { useAsked, ask, cancel: () => running?.abort() };
}
