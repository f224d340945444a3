import { Button } from '@mantine/core';
import { workspace } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { clearCanvas, showAll } from '../acts/change-canvas.ts';
import { bringFirstGraph, startAnew } from '../acts/first-graph.ts';
import { lookAtAll } from '../acts/view-trail.ts';
import { BudgetButton } from '../budget/BudgetButton.tsx';
import { openImport } from '../import/import-store.ts';
import { LazyPart } from '../states/LazyPart.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { LayoutList } from './LayoutList.tsx';
import styles from './views.module.css';

const loadSaved = async () => (await import('./SavedViews.tsx')).SavedViews;

/** Saved views, arranging the canvas, and every step so far, each of which can be gone back to. */
export function ViewsPanel() {
  return (
    <div className={styles.panel}>
      <LazyPart load={loadSaved} words={text.drawer} />
      <section className={styles.section}>
        <h3 className={styles.head}>{text.views.arrange}</h3>
        <Button variant="default" justify="flex-start" onClick={() => lookAtAll()}>
          {text.views.fit}
        </Button>
        <Button variant="default" justify="flex-start" onClick={showAll}>
          {text.views.showAll}
        </Button>
        <Button variant="default" justify="flex-start" onClick={() => attempt(bringFirstGraph)}>
          {text.views.startOver}
        </Button>
        <Button variant="default" justify="flex-start" onClick={() => openImport()}>
          {text.import.open}
        </Button>
        <Button variant="default" justify="flex-start" onClick={() => attempt(startAnew)}>
          {text.views.startAnew}
        </Button>
        <BudgetButton />
        <Button variant="default" justify="flex-start" onClick={clearCanvas}>
          {text.views.clear}
        </Button>
      </section>
      <LayoutList />
      <Steps />
    </div>
  );
}

function Steps() {
  const { past, future } = useWorkspace((state) => state.history);
  const { undo, redo } = workspace.getState();
  if (past.length + future.length === 0) {
    return (
      <section className={styles.section}>
        <h3 className={styles.head}>{text.views.steps}</h3>
        <p className={styles.note}>{text.views.noSteps}</p>
      </section>
    );
  }
  // One line for the start, then one for each step; `at` is the line that the canvas shows now.
  const names = [text.views.start, ...past.map(({ name }) => name), ...future.map(({ name }) => name)];
  const at = past.length;
  const goTo = (line: number) => {
    for (let index = at; index > line; index -= 1) undo();
    for (let index = at; index < line; index += 1) redo();
  };
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{text.views.steps}</h3>
      <ol className={styles.steps}>
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the history
          <li key={index}>
            <button
              type="button"
              className={styles.step}
              aria-current={index === at ? 'step' : undefined}
              data-future={index > at || undefined}
              onClick={() => goTo(index)}
            >
              {name}
              {index === at && <span className={styles.now}>{text.views.current}</span>}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
