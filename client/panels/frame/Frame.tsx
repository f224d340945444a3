import { useEffect } from 'react';
import { POPUPS_ID } from '../../look/theme.ts';
import { CanvasArea } from '../canvas/CanvasArea.tsx';
import { useFirstGraph } from '../canvas/use-first-graph.ts';
import { useAway } from '../connection/use-away.ts';
import { DrawerPlace } from '../drawer/DrawerPlace.tsx';
import { Legend } from '../legend/Legend.tsx';
import { useMoreContrast } from '../marks/use-scheme.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';
import { Sheet } from './Sheet.tsx';
import { useFurnishing } from './use-furnishing.ts';
import { useHasRight } from './use-has-right.ts';
import { useRoom } from './use-room.ts';

/** The page: bar, rail, panels and canvas, arranged for the room there is. All but the canvas comes after the first frame of the graph, into room that is kept for it. */
export function Frame() {
  const room = useRoom();
  const left = useScreen((screen) => screen.left);
  const front = useScreen((screen) => screen.front);
  const drawer = useScreen((screen) => screen.drawer);
  const drawerInFront = useScreen((screen) => screen.drawerInFront);
  const announcement = useScreen((screen) => screen.announcement);
  const hasRight = useHasRight();
  const opening = useFirstGraph();
  const away = useAway();
  const parts = useFurnishing(opening.state);

  const moreContrast = useMoreContrast();
  useEffect(() => {
    document.documentElement.dataset.contrast = moreContrast ? 'more' : 'usual';
  }, [moreContrast]);

  const showRight = hasRight && (room === 'wide' || front === 'right' || left === null);
  const isSmall = room === 'small';
  // What is asked first on a small screen needs the room, and what is told of the graph beside it can wait.
  const waits = isSmall && opening.state === 'asking' && left === 'about';
  const showLeft = left !== null && !waits && (room === 'wide' || !showRight);
  const showDrawer = isSmall && drawer !== null && drawerInFront;
  const shown = showDrawer ? 'drawer' : showLeft ? left : isSmall && showRight ? 'right' : null;
  const isOpen = opening.state === 'open';
  const middle = (
    <main className={styles.middle} tabIndex={-1} aria-label={text.app.graph}>
      <CanvasArea opening={opening} away={away !== null} small={isSmall} parts={parts} />
      {parts && <parts.Notice />}
      <div className={parts ? undefined : styles.waiting}>
        <Legend />
      </div>
      {!isSmall && isOpen && (parts ? <parts.Drawer /> : <DrawerPlace />)}
    </main>
  );
  return (
    <div className={styles.frame} data-room={room}>
      <button type="button" className={styles.skip} onClick={skipToGraph}>
        {text.app.skipToGraph}
      </button>
      {parts ? <parts.TopBar small={isSmall} /> : <div className={styles.bar} />}
      {away && parts && <parts.AwayBanner away={away} />}
      <div className={styles.body}>
        {!isSmall && (parts ? <parts.Rail small={false} shown={shown} /> : <div className={styles.rail} />)}
        {!isSmall && showLeft && (
          <div className={styles.left}>{parts && <parts.LeftPanel name={left} />}</div>
        )}
        {middle}
        {!isSmall && showRight && parts && <parts.RightPart />}
      </div>
      {isSmall && (showDrawer || showLeft || showRight) && (
        <Sheet>
          {parts &&
            (showDrawer ? (
              <parts.Drawer inSheet />
            ) : showLeft ? (
              <parts.LeftPanel name={left} />
            ) : (
              <parts.RightPanel />
            ))}
        </Sheet>
      )}
      {isSmall && (parts ? <parts.Rail small shown={shown} /> : <div className={styles.rail} />)}
      {parts && (
        <>
          <parts.ContextMenu />
          <parts.Overlays />
          <parts.Habits opened={isOpen} />
        </>
      )}
      <section id={POPUPS_ID} aria-label={text.app.choices} />
      <div className={styles.unseen} aria-live="polite">
        {announcement}
      </div>
    </div>
  );
}

function skipToGraph(): void {
  const main = document.querySelector<HTMLElement>('main');
  (main?.querySelector<HTMLElement>('[role="application"]') ?? main)?.focus();
}
