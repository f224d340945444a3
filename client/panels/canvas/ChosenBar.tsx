import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { isAvailable, wordsOf } from '../acts/action.ts';
import { actionOf, perform } from '../acts/actions.ts';
import { clearChosen } from '../acts/choose-nodes.ts';
import { ChosenChips } from '../chosen/ChosenChips.tsx';
import { openMenu } from '../menu/menu-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useTraceTask } from '../trace/trace-task.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './canvas.module.css';
import { overCanvas } from './over-canvas.ts';

/** More would hide the canvas. */
const MOST_CHIPS = 4;
/** What is done most with several nodes; the rest is in the menu. */
const FIRST = ['path-between', 'connect', 'isolate', 'hide'];

/** Over the canvas: the nodes chosen together, and what can be done with so many. */
export function ChosenBar() {
  const chosen = useWorkspace((state) => state.chosen);
  const inPanel = useScreen(({ left }) => left === 'paths');
  const task = useTraceTask((state) => state.task);
  // The panel shows the same list.
  if (chosen.length === 0 || (inPanel && (task === 'connect' || task === 'around'))) return null;
  const target = { nodes: chosen.map(({ id }) => id), relationship: null };
  const actions = FIRST.flatMap((id) => actionOf(id) ?? []).filter((action) => isAvailable(action, target));
  const openRest = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    openMenu(target, { x: left, y: bottom });
  };
  return (
    <section ref={overCanvas} className={styles.chosen} aria-label={text.chosen.heading}>
      <span className={styles.count}>{text.chosen.count(chosen.length)}</span>
      <ChosenChips most={MOST_CHIPS} />
      <div className={styles.chosenActs}>
        {actions.map((action) => (
          <Button
            key={action.id}
            size="compact-sm"
            variant="default"
            onClick={() => void perform(action, target)}
          >
            {action.short ?? wordsOf(action, target)}
          </Button>
        ))}
        <Button
          size="compact-sm"
          variant="default"
          aria-haspopup="menu"
          rightSection={<IconDots size={14} />}
          onClick={openRest}
        >
          {text.actions.more}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={clearChosen}>
          {text.chosen.clear}
        </Button>
      </div>
    </section>
  );
}
