import { useState } from 'react';
import { STATUSES, type Status } from '../../../server/contract/evidence.ts';
import type { HopRelationship } from '../../../server/contract/paths.ts';
import { formatDate } from '../../look/words.ts';
import { select } from '../acts/select.ts';
import { Quote } from '../marks/Quote.tsx';
import { StatusMark } from '../marks/StatusMark.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './paths.module.css';

/** One relationship of an answer: its sentence, status, speaker and date, and the words it rests on. */
export function LinkLine({ relationship }: { relationship: HopRelationship }) {
  const { id, sentence, status, speakerName, date, evidence } = relationship;
  const [allQuotes, setAllQuotes] = useState(false);
  const selected = useWorkspace(({ selection }) => selection?.kind === 'relationship' && selection.id === id);
  const quotes = allQuotes ? evidence : evidence.slice(0, 1);
  const more = evidence.length - quotes.length;
  return (
    <div className={styles.link}>
      <button
        type="button"
        className={styles.sentence}
        aria-pressed={selected}
        title={text.paths.showDetails}
        onClick={() => select({ kind: 'relationship', id })}
      >
        {sentence}
      </button>
      {(isStatus(status) || date) && (
        <div className={styles.meta}>
          {isStatus(status) && <StatusMark status={status} speaker={speakerName} />}
          {date && <span>{formatDate(date)}</span>}
        </div>
      )}
      {quotes.map((each) => (
        <Quote key={`${each.passage} ${each.start}`} evidence={each} />
      ))}
      {more > 0 && (
        <button type="button" className={styles.more} onClick={() => setAllQuotes(true)}>
          {text.paths.moreQuotes(more)}
        </button>
      )}
    </div>
  );
}

function isStatus(status: string): status is Status {
  return STATUSES.some((each) => each === status);
}
