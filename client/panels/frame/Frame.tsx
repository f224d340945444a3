import { useEffect } from 'react';
import { POPUPS_ID } from '../../look/theme.ts';
import { CanvasArea } from '../canvas/CanvasArea.tsx';
import { useFirstGraph } from '../canvas/use-first-graph.ts';
import { AwayBanner } from '../connection/AwayBanner.tsx';
import { useAway } from '../connection/use-away.ts';
import { Drawer } from '../drawer/Drawer.tsx';
import { Legend } from '../legend/Legend.tsx';
import { useMoreContrast } from '../marks/use-scheme.ts';
import { ContextMenu } from '../menu/ContextMenu.tsx';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';
import { LeftPanel } from './LeftPanel.tsx';
import { Notice } from './Notice.tsx';
import { Overlays } from './Overlays.tsx';
import { Rail } from './Rail.tsx';
import { RightPanel, useHasRight } from './RightPanel.tsx';
import { Sheet } from './Sheet.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeys } from './use-keys.ts';
import { useLocation } from './use-location.ts';
import { useRoom } from './use-room.ts';
import { Widener } from './Widener.tsx';

/** The page: bar, rail, panels and canvas, arranged for the room there is. */
export function Frame() {
  const room = useRoom();
  const left = useScreen((screen) => screen.left);
  const front = useScreen((screen) => screen.front);
  const drawer = useScreen((screen) => screen.drawer);
  const drawerInFront = useScreen((screen) => screen.drawerInFront);
  const rightWidth = useScreen((screen) => (screen.reading ? screen.readingWidth : screen.rightWidth));
  const announcement = useScreen((screen) => screen.announcement);
  const hasRight = useHasRight();
  const opening = useFirstGraph();
  const away = useAway();

  const moreContrast = useMoreContrast();
  useEffect(() => {
    document.documentElement.dataset.contrast = moreContrast ? 'more' : 'usual';
  }, [moreContrast]);

  useLocation(opening.state === 'open');
  useKeys();

  const showRight = hasRight && (room === 'wide' || front === 'right' || left === null);
  const isSmall = room === 'small';
  // What is asked first on a small screen needs the room, and what is told of the graph beside it can wait.
  const waits = isSmall && opening.state === 'asking' && left === 'about';
  const showLeft = left !== null && !waits && (room === 'wide' || !showRight);
  const showDrawer = isSmall && drawer !== null && drawerInFront;
  const shown = showDrawer ? 'drawer' : showLeft ? left : isSmall && showRight ? 'right' : null;
  const middle = (
    <main className={styles.middle} tabIndex={-1} aria-label={text.app.graph}>
      <CanvasArea opening={opening} away={away !== null} small={isSmall} />
      <Notice />
      <Legend />
      {!isSmall && opening.state === 'open' && <Drawer />}
    </main>
  );
  return (
    <div className={styles.frame} data-room={room}>
      <button type="button" className={styles.skip} onClick={skipToGraph}>
        {text.app.skipToGraph}
      </button>
      <TopBar small={isSmall} />
      {away && <AwayBanner away={away} />}
      <div className={styles.body}>
        {!isSmall && <Rail small={false} shown={shown} />}
        {!isSmall && showLeft && (
          <div className={styles.left}>
            <LeftPanel name={left} />
          </div>
        )}
        {middle}
        {!isSmall && showRight && (
          <aside className={styles.right} style={{ width: rightWidth }} aria-label={text.app.side}>
            <Widener />
            <RightPanel />
          </aside>
        )}
      </div>
      {isSmall && (showDrawer || showLeft || showRight) && (
        <Sheet>
          {showDrawer ? <Drawer inSheet /> : showLeft ? <LeftPanel name={left} /> : <RightPanel />}
        </Sheet>
      )}
      {isSmall && <Rail small shown={shown} />}
      <ContextMenu />
      <Overlays />
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
