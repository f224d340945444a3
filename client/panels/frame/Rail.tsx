import {
  IconFilter,
  IconInfoCircle,
  IconListSearch,
  IconRoute,
  IconStack2,
  IconTable,
  IconZoomScan,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type LeftPanel, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './frame.module.css';
import { useHasRight } from './use-has-right.ts';

const PANELS: readonly { name: Exclude<LeftPanel, 'about' | 'look'>; icon: ReactNode }[] = [
  { name: 'find', icon: <IconListSearch size={20} aria-hidden /> },
  { name: 'paths', icon: <IconRoute size={20} aria-hidden /> },
  { name: 'filter', icon: <IconFilter size={20} aria-hidden /> },
  { name: 'views', icon: <IconStack2 size={20} aria-hidden /> },
];

interface RailProps {
  small: boolean;
  shown: LeftPanel | 'right' | 'drawer' | null;
}

/** Opens and closes the panels: at the left, or below on a small screen, where details and tables have a place too. */
export function Rail({ small, shown }: RailProps) {
  const toggleLeft = useScreen((screen) => screen.toggleLeft);
  const bringRightToFront = useScreen((screen) => screen.bringRightToFront);
  const hasRight = useHasRight();
  return (
    <nav className={styles.rail} aria-label={text.app.panels}>
      {PANELS.map(({ name, icon }) => (
        <Tab
          key={name}
          words={text.rail[name]}
          icon={icon}
          open={shown === name}
          onClick={() => toggleLeft(name)}
        />
      ))}
      {small ? (
        <>
          <Tab
            words={text.rail.drawer}
            icon={<IconTable size={20} aria-hidden />}
            open={shown === 'drawer'}
            onClick={() => toggleDrawer(shown === 'drawer')}
          />
          <Tab
            words={text.app.details}
            icon={<IconZoomScan size={20} aria-hidden />}
            open={shown === 'right'}
            disabled={!hasRight}
            onClick={bringRightToFront}
          />
        </>
      ) : (
        <>
          <span className={styles.railSpace} />
          <Tab
            words={text.rail.about}
            icon={<IconInfoCircle size={20} aria-hidden />}
            open={shown === 'about'}
            onClick={() => toggleLeft('about')}
          />
        </>
      )}
    </nav>
  );
}

function toggleDrawer(isShown: boolean): void {
  const { lastDrawer, openDrawer, closeDrawer } = useScreen.getState();
  if (isShown) closeDrawer();
  else openDrawer(lastDrawer);
}

interface TabProps {
  words: string;
  icon: ReactNode;
  open: boolean;
  disabled?: boolean;
  onClick(): void;
}

function Tab({ words, icon, open, disabled = false, onClick }: TabProps) {
  return (
    <button type="button" className={styles.tab} aria-expanded={open} disabled={disabled} onClick={onClick}>
      {icon}
      <span>{words}</span>
    </button>
  );
}
