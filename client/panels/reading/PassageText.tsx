import { useMemo } from 'react';
import type { Passage } from '../../../server/contract/documents.ts';
import { type Selection, workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { hashOf } from '../location-hash.ts';
import { type ReadingPlace, useScreen } from '../screen-store.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './reading.module.css';
import { type Segment, splitPassage } from './split-passage.ts';

/** The words of one passage; marked ones are links to what rests on them. */
export function PassageText({ passage, place }: { passage: Passage; place: ReadingPlace }) {
  const segments = useMemo(() => splitPassage(passage), [passage]);
  const selection = useWorkspace((state) => state.selection);
  const isHere = place.passageId === passage.id;
  const placed = isHere ? segments.find((segment) => segment.start >= (place.start ?? 0)) : undefined;
  return (
    <p className={styles.text}>
      {segments.map((segment) =>
        segment.target ? (
          <a
            key={segment.start}
            className={styles.mark}
            href={`./${hashOf({ selection: segment.target, question: null })}`}
            data-kind={segment.target.kind}
            data-current={isCurrent(segment, selection, isHere ? place : null) || undefined}
            data-placed={segment === placed || undefined}
            onClick={(event) => {
              event.preventDefault();
              if (segment.target) selectFromText(segment.target, place);
            }}
          >
            {segment.text}
          </a>
        ) : (
          <span key={segment.start} data-placed={segment === placed || undefined}>
            {segment.text}
          </span>
        ),
      )}
    </p>
  );
}

/** Selects and goes on reading; the words that were come for are no longer the ones that matter. */
function selectFromText(selection: Selection, { documentId }: ReadingPlace): void {
  useScreen.getState().read({ documentId });
  const { content, select } = workspace.getState();
  select(selection);
  const relationship = content.relationships.get(selection.id);
  if (selection.kind === 'node') stage()?.show([selection.id]);
  else if (relationship) stage()?.show([relationship.source, relationship.target]);
}

function isCurrent(segment: Segment, selection: Selection | null, place: ReadingPlace | null): boolean {
  if (place?.start !== undefined && place.end !== undefined) {
    return segment.start >= place.start && segment.start < place.end;
  }
  return segment.all.some(({ kind, id }) => kind === selection?.kind && id === selection.id);
}
