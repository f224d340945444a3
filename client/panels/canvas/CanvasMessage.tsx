import type { ReactNode } from 'react';
import styles from './canvas.module.css';

interface Props {
  heading: string;
  /** Draws the shape of a graph that is on its way. */
  waiting?: boolean;
  /** Shows nothing at first: who waits for a moment only is better off with no message that comes and goes. */
  delayed?: boolean;
  children?: ReactNode;
}

/** In the middle of the canvas, while there is no drawing. */
export function CanvasMessage({ heading, waiting = false, delayed = false, children }: Props) {
  return (
    <div className={styles.message} role="status" data-delayed={delayed || undefined}>
      {waiting && <Ghost />}
      <h2>{heading}</h2>
      {children}
    </div>
  );
}

const DOTS = [
  [40, 70, 12],
  [110, 28, 9],
  [128, 96, 14],
  [196, 60, 10],
  [78, 122, 8],
  [180, 124, 9],
] as const;
const LINES = [
  [0, 1],
  [0, 2],
  [1, 2],
  [1, 3],
  [2, 3],
  [0, 4],
  [2, 5],
] as const;

function Ghost() {
  return (
    <svg className={styles.ghost} width="236" height="150" viewBox="0 0 236 150" aria-hidden="true">
      {LINES.map(([from, to]) => (
        <line key={`${from}-${to}`} x1={DOTS[from][0]} y1={DOTS[from][1]} x2={DOTS[to][0]} y2={DOTS[to][1]} />
      ))}
      {DOTS.map(([x, y, radius]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} />
      ))}
    </svg>
  );
}
