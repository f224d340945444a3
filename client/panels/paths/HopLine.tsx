import { useState } from 'react';
import type { HopRelationship } from '../../../server/contract/paths.ts';
import { text } from '../text.ts';
import { LinkLine } from './LinkLine.tsx';
import styles from './paths.module.css';

/** More parallel relationships than this wait for a click. */
const OTHERS_AT_FIRST = 3;

interface Props {
  relationships: readonly HopRelationship[];
  /** As on the canvas. */
  number: number;
}

/** One hop: its sentence with the words it rests on, and all else that ties the same two. */
export function HopLine({ relationships, number }: Props) {
  const [all, setAll] = useState(false);
  const [first, ...others] = relationships;
  if (!first) return null;
  const shown = all ? others : others.slice(0, OTHERS_AT_FIRST);
  return (
    <li className={styles.hop}>
      <span className={styles.hopNumber} aria-hidden>
        {number}
      </span>
      <div className={styles.hopWords}>
        <LinkLine relationship={first} />
        {others.length > 0 && (
          <div className={styles.also}>
            <span className={styles.alsoHead}>{text.paths.also}</span>
            <ul>
              {shown.map((relationship) => (
                <li key={relationship.id}>
                  <LinkLine relationship={relationship} />
                </li>
              ))}
            </ul>
            {shown.length < others.length && (
              <button type="button" className={styles.more} onClick={() => setAll(true)}>
                {text.paths.alsoMore(others.length - shown.length)}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
