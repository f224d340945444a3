import { Separator } from '../frame/Separator.tsx';
import { DRAWER_HEIGHT, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './drawer.module.css';

/** The upper edge of the drawer, which makes it higher. */
export function DrawerGrip() {
  const height = useScreen((screen) => screen.drawerHeight);
  const setHeight = useScreen((screen) => screen.setDrawerHeight);
  return (
    <Separator
      edge="upper"
      label={text.drawer.height}
      size={height}
      bounds={DRAWER_HEIGHT}
      onSize={setHeight}
      className={styles.grip}
    />
  );
}
