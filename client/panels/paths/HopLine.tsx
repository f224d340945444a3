import { STATUSES, type Status } from '../../../server/contract/evidence.ts';
import type { Hop, HopRelationship } from '../../../server/contract/paths.ts';
import { formatDate } from '../../look/words.ts';
import { select } from '../acts/select.ts';
import { Quote } from '../marks/Quote.tsx';
import { StatusMark } from '../marks/StatusMark.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './paths.module.css';

/** One hop: its sentence with the words it rests on, and what else ties the same two. */
export function HopLine({ hop, number }: { hop: Hop; number: number }) {
  const [first, ...others] = hop.relationships;
  if (!first) return null;
  return (
    <li className={styles.hop}>
      <span className={styles.hopNumber} aria-hidden>
        {number}
      </span>
      <div className={styles.hopWords}>
        <Sentence relationship={first} />
        <Meta relationship={first} />
        {first.evidence.slice(0, 1).map((evidence) => (
          <Quote key={`${evidence.passage} ${evidence.start}`} evidence={evidence} />
        ))}
        {others.length > 0 && (
          <details className={styles.also}>
            <summary>
              {text.paths.also} ({others.length})
            </summary>
            <ul>
              {others.map((relationship) => (
                <li key={relationship.id}>
                  <Sentence relationship={relationship} />
                  <Meta relationship={relationship} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

function Sentence({ relationship }: { relationship: HopRelationship }) {
  const selected = useWorkspace(
    ({ selection }) => selection?.kind === 'relationship' && selection.id === relationship.id,
  );
  return (
    <button
      type="button"
      className={styles.sentence}
      aria-pressed={selected}
      title={text.paths.showDetails}
      onClick={() => select({ kind: 'relationship', id: relationship.id }, { look: true })}
    >
      {relationship.sentence}
    </button>
  );
}

function Meta({ relationship }: { relationship: HopRelationship }) {
  const { status, speakerName, date } = relationship;
  return (
    <div className={styles.meta}>
      {isStatus(status) && <StatusMark status={status} speaker={speakerName} />}
      {date && <span>{formatDate(date)}</span>}
    </div>
  );
}

function isStatus(status: string): status is Status {
  return STATUSES.some((each) => each === status);
}
