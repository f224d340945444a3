import { useMemo } from 'react';
import type { Passage } from '../../../server/contract/documents.ts';
import { type Selection, workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { hashOf } from '../location-hash.ts';
import type { ReadingPlace } from '../screen-store.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './reading.module.css';
import { type Segment, splitPassage } from './split-passage.ts';

/** The words of one passage; marked ones are links to what rests on them. */
export function PassageText({ passage, place }: { passage: Passage; place?: ReadingPlace }) {
  const segments = useMemo(() => splitPassage(passage), [passage]);
  const selection = useWorkspace((state) => state.selection);
  return (
    <p className={styles.text}>
      {segments.map((segment) =>
        segment.target ? (
          <a
            key={segment.start}
            className={styles.mark}
            href={hashOf({ selection: segment.target, question: null })}
            data-kind={segment.target.kind}
            data-current={isCurrent(segment, selection, place) || undefined}
            onClick={(event) => {
              event.preventDefault();
              if (segment.target) selectFromText(segment.target);
            }}
          >
            {segment.text}
          </a>
        ) : (
          <span key={segment.start}>{segment.text}</span>
        ),
      )}
    </p>
  );
}

/** Selects and goes on reading. */
function selectFromText(selection: Selection): void {
  const { content, select } = workspace.getState();
  select(selection);
  const relationship = content.relationships.get(selection.id);
  if (selection.kind === 'node') stage()?.show([selection.id]);
  else if (relationship) stage()?.show([relationship.source, relationship.target]);
}

function isCurrent(segment: Segment, selection: Selection | null, place?: ReadingPlace): boolean {
  if (selection) return segment.all.some(({ kind, id }) => kind === selection.kind && id === selection.id);
  if (place?.start === undefined || place.end === undefined) return false;
  return segment.start >= place.start && segment.start < place.end;
}
