import { workspace } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { findNames } from '../acts/find-names.ts';
import { askCompare, useCompareAsked } from '../compare/ask-compare.ts';
import { askConnect, useConnectAsked } from '../connect/ask-connect.ts';
import { useScreen } from '../screen-store.ts';
import { drawSurroundings, useSurroundings } from '../surroundings/draw-surroundings.ts';
import { pairOf, setGroupOptions } from './group-options.ts';
import type { GroupQuestion } from './group-question.ts';
import { statusesWith } from './statuses-with.ts';
import { showTask, useTraceTask } from './trace-task.ts';

/** Fills in and asks a question about several nodes, from a link. */
export async function askGroup(question: GroupQuestion): Promise<void> {
  const { task, nodeIds, background, hops, direction } = question;
  const nameOf = await findNames(nodeIds);
  const nodes = nodeIds.map(nameOf);
  const statuses = statusesWith(background);
  setGroupOptions({ background, hops, direction });
  showTask(task);
  useScreen.getState().openLeft('paths');
  const [a, b] = nodes;
  if (task === 'compare') {
    if (!a || !b) return;
    setGroupOptions({ a, b, taken: pairOf(workspace.getState().chosen) });
    await askCompare({ a, b, statuses });
    return;
  }
  workspace.getState().choose(nodes);
  if (task === 'connect') await askConnect({ nodes, statuses });
  else await attempt(() => drawSurroundings(nodes, { nodeIds: [...nodeIds], hops, direction, statuses }));
}

const USUAL = { hops: 1, direction: 'any' } as const;

/** The question about several nodes whose answer is in front; null where there is none. */
export function groupInFront(): GroupQuestion | null {
  if (useScreen.getState().left !== 'paths') return null;
  const { task } = useTraceTask.getState();
  const has = (statuses: readonly string[]) => statuses.includes('background');
  if (task === 'compare') {
    const { asked } = useCompareAsked.getState();
    if (asked.state !== 'answered') return null;
    const { a, b, statuses } = asked.question;
    return { task, nodeIds: [a.id, b.id], background: has(statuses), ...USUAL };
  }
  if (task === 'connect') {
    const { asked } = useConnectAsked.getState();
    if (asked.state !== 'answered') return null;
    const { nodes, statuses } = asked.question;
    return { task, nodeIds: nodes.map(({ id }) => id), background: has(statuses), ...USUAL };
  }
  const { drawn } = useSurroundings.getState();
  if (task !== 'around' || drawn === null) return null;
  const { nodeIds, hops, direction, statuses } = drawn.request;
  return { task, nodeIds, background: has(statuses), hops, direction };
}

/** Calls when `groupInFront` may have changed; gives the way to stop that. */
export function watchGroup(changed: () => void): () => void {
  const stops = [useCompareAsked, useConnectAsked, useSurroundings, useTraceTask].map((store) =>
    store.subscribe(changed),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
