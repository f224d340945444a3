import { type CSSProperties, memo } from 'react';
import type { Passage } from '../../../server/contract/documents.ts';
import type { Selection } from '../../workspace/workspace.ts';
import { hashOf } from '../location-hash.ts';
import type { LitPart } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { Stop } from './find-stop.ts';
import { nameMark } from './name-mark.ts';
import styles from './reading.module.css';
import { type Segment, splitPassage } from './split-passage.ts';
import { toneOf } from './tone-of.ts';

/** Lines drawn below words for as many links; more would not be told apart. */
const LINES_AT_MOST = 3;

interface Props {
  documentId: string;
  passage: Passage;
  /** Marks are drawn only near what is in view; far away a passage is its bare words. */
  isNear: boolean;
  /** Pixels high, as long as nobody has looked. */
  roughHeight: number;
  /** Where the tab key stops, when it is in this passage. */
  stop: Stop | null;
  /** Null far from view, so that nothing is drawn again there. */
  selection: Selection | null;
  lit: LitPart | null;
}

/** A passage: its number, its sentences with theirs, and its marked words as links to what rests on them. */
export const PassageBlock = memo(function PassageBlock(props: Props) {
  const { passage, isNear, roughHeight } = props;
  return (
    <div
      className={styles.passage}
      data-passage={passage.id}
      style={{ '--rough-height': `${roughHeight}px` } as CSSProperties}
    >
      <h4 className={styles.number}>
        <button
          type="button"
          tabIndex={-1}
          aria-label={text.reading.passage(passage.number)}
          data-whole={passage.text.length}
        >
          {passage.number}
        </button>
      </h4>
      <p className={styles.text}>{isNear ? <Marked {...props} /> : passage.text}</p>
    </div>
  );
});

function Marked({ documentId, passage, stop, selection, lit }: Props) {
  const content = useWorkspace((state) => state.content);
  const sentences = splitPassage(passage);
  const isStop = (kind: Stop['kind'], start: number) => stop?.kind === kind && stop.start === start;
  const place = { documentId, passageId: passage.id };
  return sentences.map((sentence, index) => (
    <span key={sentence.start}>
      <button
        type="button"
        className={styles.sentence}
        aria-label={text.reading.sentence(index + 1, passage.number)}
        tabIndex={isStop('sentence', sentence.start) ? 0 : -1}
        data-stop={`sentence ${sentence.start}`}
        data-end={sentence.end}
      >
        {index + 1}
      </button>
      {sentence.segments.map((segment) => {
        const tone = toneOf(segment, place, selection, lit);
        if (!isMarked(segment)) {
          return (
            <span key={segment.start} data-start={segment.start} data-tone={tone}>
              {segment.text}
            </span>
          );
        }
        return (
          <a
            key={segment.start}
            className={styles.mark}
            href={`./${hashOf({ selection: null, question: null, reading: { ...place, ...spanOf(segment) } })}`}
            aria-label={nameMark(segment, content)}
            draggable={false}
            tabIndex={isStop('mark', segment.start) ? 0 : -1}
            data-start={segment.start}
            data-end={segment.end}
            data-stop={segment.opens ? `mark ${segment.start}` : undefined}
            data-names={segment.nodeIds.length > 0 || undefined}
            data-tone={tone}
            style={{ '--lines': Math.min(LINES_AT_MOST, segment.relationshipIds.length) } as CSSProperties}
          >
            {segment.text}
          </a>
        );
      })}
    </span>
  ));
}

function isMarked({ nodeIds, relationshipIds, text: words }: Segment): boolean {
  return nodeIds.length + relationshipIds.length > 0 && words.trim() !== '';
}

function spanOf({ start, end }: Segment): { start: number; end: number } {
  return { start, end };
}
