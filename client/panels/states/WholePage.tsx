import { Component, type ReactNode } from 'react';
import { text } from '../text.ts';
import { PanelFailed } from './PanelState.tsx';
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
        <PanelFailed
          heading={text.app.broken}
          error={text.app.brokenHint}
          retryWords={text.app.reload}
          onRetry={() => window.location.reload()}
        />
      </main>
    );
  }
}
