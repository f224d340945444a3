import { Modal } from '@mantine/core';
import { ACTION_GROUPS, wordsOf } from '../acts/action.ts';
import { keyedActions } from '../acts/actions.ts';
import { text } from '../text.ts';
import { Keys } from './Keys.tsx';
import styles from './keys.module.css';
import { closeKeys } from './keys-store.ts';

const NOTHING = { nodes: [], relationship: null };

/** Every key that does something, by group. */
export default function KeysList() {
  const keyed = keyedActions();
  return (
    <Modal
      opened
      onClose={closeKeys}
      title={text.keys.heading}
      size={720}
      closeButtonProps={{ 'aria-label': text.keys.close }}
    >
      <p className={styles.note}>{text.keys.canvasOnly}</p>
      <div className={styles.groups}>
        {ACTION_GROUPS.map((group) => {
          const lines = keyed.filter((action) => action.group === group);
          return (
            lines.length > 0 && (
              <section key={group}>
                <h3 className={styles.head}>{text.actions.groups[group]}</h3>
                <dl className={styles.list}>
                  {lines.map((action) => (
                    <div key={action.id}>
                      <dt>{action.plain ?? wordsOf(action, NOTHING)}</dt>
                      <dd>
                        {action.keys?.slice(0, 1).map((keys) => (
                          <Keys key={keys} combination={keys} />
                        ))}
                      </dd>
                    </div>
                  ))}
                  {group === 'canvas' &&
                    text.keys.fixed.map(([words, keys]) => (
                      <div key={words}>
                        <dt>{words}</dt>
                        <dd>{keys}</dd>
                      </div>
                    ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
    </Modal>
  );
}
