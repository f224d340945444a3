import { CloseButton } from '@mantine/core';
import { overCanvas } from '../canvas/over-canvas.ts';
import { KeptBar } from '../keep/KeptBar.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';

/** What came of the last act and what is kept, in the corner of the canvas where no control is. */
export function Notice() {
  const notice = useScreen((screen) => screen.notice);
  const say = useScreen((screen) => screen.say);
  return (
    <div className={styles.noticePlace}>
      <div ref={overCanvas} className={styles.notices}>
        <KeptBar />
        <div role="status">
          {notice !== null && (
            <div className={styles.notice}>
              <span>{notice}</span>
              <CloseButton size={30} aria-label={text.app.dismiss} onClick={() => say(null)} />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
