import { Button } from '@mantine/core';
import { clearChosen } from '../acts/choose-nodes.ts';
import { ChosenChips } from '../chosen/ChosenChips.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { showTask, type TraceTask, useTraceTask } from '../trace/trace-task.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './canvas.module.css';

/** Over the canvas: the nodes chosen together, and what can be asked about so many. */
export function ChosenBar() {
  const count = useWorkspace((state) => state.chosen.length);
  const openLeft = useScreen((screen) => screen.openLeft);
  const inPanel = useScreen(({ left }) => left === 'paths');
  const task = useTraceTask((state) => state.task);
  // The panel shows the same list.
  if (count === 0 || (inPanel && (task === 'connect' || task === 'around'))) return null;
  const acts: readonly [TraceTask, boolean][] = [
    ['connect', count >= 3 && count <= 8],
    ['compare', count === 2],
    ['around', true],
  ];
  return (
    <section className={styles.chosen} aria-label={text.chosen.heading}>
      <ChosenChips />
      <div className={styles.chosenActs}>
        {acts
          .filter(([, possible]) => possible)
          .map(([act]) => (
            <Button
              key={act}
              size="compact-sm"
              variant="default"
              onClick={() => {
                showTask(act);
                openLeft('paths');
              }}
            >
              {text.trace[act]}
            </Button>
          ))}
        <Button size="compact-sm" variant="subtle" onClick={clearChosen}>
          {text.chosen.clear}
        </Button>
      </div>
    </section>
  );
}
