import { LAYOUT_NAMES } from '../../layout/layout-model.ts';
import { layoutAction } from '../acts/actions/layout-actions.ts';
import { perform } from '../acts/actions.ts';
import { text } from '../text.ts';
import { LAYOUT_ICONS } from './layout-icons.ts';
import styles from './views.module.css';

/** Every way to arrange the canvas, with what it means. */
export function LayoutList() {
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{text.layouts.heading}</h3>
      <ul className={styles.layouts}>
        {LAYOUT_NAMES.map((name) => {
          const Icon = LAYOUT_ICONS[name];
          return (
            <li key={name}>
              <button
                type="button"
                className={styles.layout}
                onClick={() => void perform(layoutAction(name))}
              >
                <Icon size={18} />
                <span>
                  <span className={styles.layoutName}>{text.layouts.names[name]}</span>
                  <span className={styles.layoutMeans}>{text.layouts.means[name]}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
