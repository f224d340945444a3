import { Component, type ReactNode } from 'react';
import { text } from '../text.ts';
import styles from './states.module.css';

/** The whole page. Where drawing it fails, says so instead of leaving it blank; what is on the canvas is kept by then. */
export class WholePage extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className={styles.page}>
        <h1>{text.app.name}</h1>
        <div role="alert">
          <strong>{text.app.broken}</strong>
          <p className={styles.words}>{text.app.brokenHint}</p>
        </div>
        <button type="button" className={styles.button} onClick={() => window.location.reload()}>
          {text.app.reload}
        </button>
      </main>
    );
  }
}
