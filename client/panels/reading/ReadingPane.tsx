import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { DocumentSummary } from '../../../server/contract/documents.ts';
import { documentQuery, documentsQuery } from '../../api/queries.ts';
import { formatDate } from '../../look/words.ts';
import { documentsOf } from '../../workspace/documents-of.ts';
import type { ReadingPlace } from '../reading-place.ts';
import { type LitPart, RIGHT_WIDTH, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './reading.module.css';
import { TextColumn } from './TextColumn.tsx';

/** Pixels that two columns of text need. */
const TWO_COLUMNS = 580;

/** A text with the words marked that the graph rests on; beside it the original that it retells, where there is one. */
export function ReadingPane({ place }: { place: ReadingPlace }) {
  const documents = useQuery(documentsQuery).data?.documents ?? [];
  const read = useScreen((screen) => screen.read);
  const setWidth = useScreen((screen) => screen.setReadingWidth);
  const { ref, width } = useElementSize();
  const opened = documents.find(({ id }) => id === place.documentId);
  const retoldId = opened?.originalOf ?? place.documentId;
  const original = documents.find(({ originalOf }) => originalOf === retoldId);
  const isWide = width >= TWO_COLUMNS;
  const texts = documents.filter(({ originalOf }) => originalOf === undefined);
  useDocumentOfSelection(retoldId);
  const lit = useLit(place);

  const columns = original && isWide ? [retoldId, original.id] : [place.documentId];
  return (
    <div className={styles.pane} ref={ref}>
      {(texts.length > 1 || (original && !isWide)) && (
        <div className={styles.choice}>
          {texts.length > 1 && (
            <NativeSelect
              size="xs"
              label={text.reading.choose}
              value={retoldId}
              data={texts.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(event) => read({ documentId: event.currentTarget.value })}
            />
          )}
          {original && !isWide && (
            <div className={styles.which}>
              <SegmentedControl
                size="xs"
                aria-label={text.reading.which}
                value={place.documentId}
                data={[
                  { value: retoldId, label: text.reading.retold },
                  { value: original.id, label: text.reading.original },
                ]}
                onChange={(documentId) => read({ documentId })}
              />
              <Button
                className={styles.wider ?? ''}
                variant="subtle"
                size="compact-xs"
                onClick={() => setWidth(RIGHT_WIDTH.most)}
              >
                {text.reading.wider}
              </Button>
            </div>
          )}
        </div>
      )}
      <div className={styles.columns}>
        {columns.map((documentId) => (
          <TextColumn
            key={documentId}
            documentId={documentId}
            place={place}
            lit={lit}
            head={({ document }) => (
              <Head document={document} isSecond={documentId === original?.id && isWide} />
            )}
          />
        ))}
      </div>
    </div>
  );
}

function Head({ document, isSecond }: { document: DocumentSummary; isSecond: boolean }) {
  return (
    <header>
      <h3 className={styles.title}>{document.title}</h3>
      {document.date && <p className={styles.note}>{formatDate(document.date)}</p>}
      {document.description && <p className={styles.note}>{document.description}</p>}
      {!isSecond && (
        <>
          <p className={styles.note}>{text.reading.marksHint}</p>
          <p className={styles.keys}>{text.reading.keysHint}</p>
        </>
      )}
    </header>
  );
}

/** What stands out; when words were come for, as from a quote, they and what rests on just them. */
function useLit(place: ReadingPlace): LitPart | null {
  const lit = useScreen((screen) => screen.lit);
  const { data } = useQuery(documentQuery(place.documentId));
  return useMemo(() => {
    const { documentId, passageId, start, end } = place;
    if (lit || passageId === undefined || start === undefined || end === undefined) return lit;
    const passage = data?.passages.find(({ id }) => id === passageId);
    const marks = passage?.marks.filter((mark) => mark.start === start && mark.end === end) ?? [];
    return {
      words: passage?.text.slice(start, end) ?? '',
      nodeIds: marks.flatMap(({ node }) => node ?? []),
      relationshipIds: marks.flatMap(({ relationship }) => relationship ?? []),
      place: { documentId, passageId, start, end },
    };
  }, [lit, place, data]);
}

/** Goes to the text that states what was selected, when this one does not. */
function useDocumentOfSelection(documentId: string): void {
  const read = useScreen((screen) => screen.read);
  const selection = useWorkspace((state) => state.selection);
  const content = useWorkspace((state) => state.content);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each selection, so that another text can be chosen then
  useEffect(() => {
    if (!selection) return;
    const selected =
      selection.kind === 'node' ? content.nodes.get(selection.id) : content.relationships.get(selection.id);
    const [first, ...others] = selected ? documentsOf(selected) : [];
    if (first !== undefined && ![first, ...others].includes(documentId)) read({ documentId: first });
  }, [selection]);
}
