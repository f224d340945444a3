import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { keepFocus, PANEL_BODY } from '../keep-focus.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';

interface Props {
  heading: string;
  onClose(): void;
  /** Before the heading: the way back. */
  lead?: ReactNode;
  /** Below what scrolls. */
  foot?: ReactNode;
  /** The content fills the panel and scrolls by itself. */
  fills?: boolean;
  children: ReactNode;
}

/** A panel at either side, or in the sheet: its name, how to close it, and what scrolls. */
export function Panel({ heading, onClose, lead, foot, fills = false, children }: Props) {
  const close = () => {
    onClose();
    keepFocus();
  };
  return (
    <section className={styles.panel} aria-label={heading}>
      <header className={styles.panelHead}>
        {lead}
        <h2 className={styles.panelName}>{heading}</h2>
        <CloseButton aria-label={text.app.closePanel(heading)} onClick={close} />
      </header>
      <div
        className={fills ? styles.panelFilled : styles.panelBody}
        // What scrolls must be reachable by keyboard.
        tabIndex={fills ? -1 : 0}
        {...{ [PANEL_BODY]: true }}
      >
        {children}
      </div>
      {foot}
    </section>
  );
}
