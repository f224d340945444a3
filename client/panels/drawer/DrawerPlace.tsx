import { useScreen } from '../screen-store.ts';
import styles from './drawer.module.css';

/** Keeps the room of the drawer until it comes. */
export function DrawerPlace() {
  const open = useScreen((screen) => screen.drawer);
  const height = useScreen((screen) => screen.drawerHeight);
  return (
    <div className={styles.drawer} style={open === null ? undefined : { height }}>
      <div className={styles.head}>
        <div className={styles.tab} />
      </div>
    </div>
  );
}
