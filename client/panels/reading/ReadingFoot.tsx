import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { LitBlock } from './LitBlock.tsx';
import styles from './reading.module.css';
import { SelectedLine } from './SelectedLine.tsx';

/** Below the text: what rests on the chosen words, and what is selected. */
export function ReadingFoot() {
  const lit = useScreen((screen) => screen.lit);
  return (
    <div className={styles.foot}>
      {lit && <LitBlock lit={lit} nothing={text.lit.nothing} />}
      <SelectedLine />
    </div>
  );
}
