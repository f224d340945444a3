import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { keepFocus } from '../keep-focus.ts';
import { useScreen } from '../screen-store.ts';
import { LazyPart } from '../states/LazyPart.tsx';
import { text } from '../text.ts';
import { DrawerGrip } from './DrawerGrip.tsx';
import styles from './drawer.module.css';
import { DRAWER_TAB_NAMES, DRAWER_TABS } from './drawer-tabs.ts';

/** Below the canvas, or in the sheet of a small screen: what shows the graph as rows. Folded, only its tabs are seen. */
export function Drawer({ inSheet = false }: { inSheet?: boolean }) {
  const open = useScreen((screen) => screen.drawer);
  const height = useScreen((screen) => screen.drawerHeight);
  const openDrawer = useScreen((screen) => screen.openDrawer);
  const closeDrawer = useScreen((screen) => screen.closeDrawer);
  const close = () => {
    closeDrawer();
    keepFocus();
  };
  return (
    <section
      className={styles.drawer}
      aria-label={text.drawer.heading}
      data-in-sheet={inSheet || undefined}
      style={inSheet || open === null ? undefined : { height }}
    >
      {!inSheet && open !== null && <DrawerGrip />}
      <div className={styles.head}>
        <div className={styles.tabs} role="toolbar" aria-label={text.drawer.heading}>
          {DRAWER_TAB_NAMES.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.tab}
              aria-expanded={open === name}
              onClick={() => (open === name ? close() : openDrawer(name))}
            >
              {text.drawer.tabs[name]}
            </button>
          ))}
        </div>
        {open !== null && (
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={text.drawer.close} onClick={close}>
            <IconChevronDown size={18} />
          </ActionIcon>
        )}
      </div>
      {open !== null && (
        <div className={styles.body}>
          <LazyPart key={open} load={DRAWER_TABS[open]} words={text.drawer} />
        </div>
      )}
    </section>
  );
}
