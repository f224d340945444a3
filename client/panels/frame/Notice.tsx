import { CloseButton } from '@mantine/core';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';

/** What came of the last act, in the corner of the canvas where no control is. */
export function Notice() {
  const notice = useScreen((screen) => screen.notice);
  const say = useScreen((screen) => screen.say);
  return (
    <div role="status" className={styles.noticePlace}>
      {notice !== null && (
        <div className={styles.notice}>
          <span>{notice}</span>
          <CloseButton size="sm" aria-label={text.app.dismiss} onClick={() => say(null)} />
        </div>
      )}
    </div>
  );
}
