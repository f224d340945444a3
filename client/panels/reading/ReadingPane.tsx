import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { documentQuery, documentsQuery } from '../../api/queries.ts';
import { formatDate } from '../../look/words.ts';
import { type ReadingPlace, useScreen } from '../screen-store.ts';
import { PanelFailed, PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import { PassageText } from './PassageText.tsx';
import styles from './reading.module.css';

/** A text with the words marked that the graph rests on. */
export function ReadingPane({ place }: { place: ReadingPlace }) {
  const query = useQuery(documentQuery(place.documentId));
  const documents = useQuery(documentsQuery).data?.documents ?? [];
  const read = useScreen((screen) => screen.read);
  const pane = useRef<HTMLElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: to the words once they are there, and at each new place
  useEffect(() => {
    pane.current?.querySelector('[data-placed]')?.scrollIntoView({ block: 'center' });
  }, [place, query.isSuccess]);

  if (query.isPending) return <PanelLoading words={text.reading.loading} />;
  if (query.isError) {
    return <PanelFailed heading={text.reading.failed} error={query.error} onRetry={() => query.refetch()} />;
  }
  const { document, passages } = query.data;
  return (
    <article className={styles.pane} ref={pane}>
      {documents.length > 1 && (
        <NativeSelect
          label={text.reading.choose}
          value={document.id}
          data={documents.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(event) => read({ documentId: event.currentTarget.value })}
        />
      )}
      <header>
        <h2 className={styles.title}>{document.title}</h2>
        {document.date && <p className={styles.note}>{formatDate(document.date)}</p>}
        {document.description && <p className={styles.note}>{document.description}</p>}
        <p className={styles.note}>{text.reading.marksHint}</p>
      </header>
      {passages.map((each) => (
        <div key={each.id} className={styles.passage}>
          <span className={styles.number}>
            <span className={styles.hiddenWord}>{text.reading.passage} </span>
            {each.number}
          </span>
          <PassageText passage={each} place={place} />
        </div>
      ))}
    </article>
  );
}
