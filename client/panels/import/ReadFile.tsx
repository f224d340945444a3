import { useState } from 'react';
import type { ImportAnswer, TableChoices } from '../../../server/contract/imports.ts';
import type { SendingProgress } from '../../api/send-file.ts';
import { text } from '../text.ts';
import { bringFile, showLoaded } from './bring-file.ts';
import { FileProblems } from './FileProblems.tsx';
import styles from './import.module.css';
import { closeImport, useImport } from './import-store.ts';
import { nameOf, readFiles, stemOf } from './read-files.ts';
import { SendingBar } from './SendingBar.tsx';
import { TableColumns } from './TableColumns.tsx';
import { type Target, WhereTo } from './WhereTo.tsx';

interface Props {
  files: readonly File[];
  answer: ImportAnswer;
  tables: TableChoices;
  onTables(tables: TableChoices): void;
  canLoad: boolean;
}

function Notes({ heading, notes }: { heading: string; notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h3 className={styles.head}>{heading}</h3>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}

/** A file that could be read: what it holds, and where it is to go. */
export function ReadFile({ files, answer, tables, onTables, canLoad }: Props) {
  const { report, graph, places } = answer;
  const [target, setTarget] = useState<Target>({
    into: graph === undefined && canLoad ? 'database' : 'workspace',
    dataset: stemOf(nameOf(files)),
  });
  const [work, setWork] = useState<{ progress: SendingProgress; controller: AbortController } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const go = async () => {
    const controller = new AbortController();
    const { signal } = controller;
    setError(null);
    const phase = target.into === 'database' ? 'sending' : 'reading';
    setWork({ progress: { phase, done: 0, total: 0 }, controller });
    try {
      if (target.into === 'database') {
        const { token } = useImport.getState();
        const loaded = await readFiles(files, {
          tables,
          load: { dataset: target.dataset.trim(), token },
          signal,
          onProgress: (progress) => {
            if (!signal.aborted) setWork({ progress, controller });
          },
        });
        if (loaded.dataset) await showLoaded(loaded.dataset, graph, signal);
      } else if (graph !== undefined) await bringFile({ graph, report, places }, signal);
      closeImport();
    } catch (reason) {
      setWork(null);
      // Who wants nothing of it after all is back at the choice.
      const isUnwanted = reason instanceof DOMException && reason.name === 'AbortError';
      if (!signal.aborted && !isUnwanted) setError(reason);
    }
  };
  if (work) {
    const { progress, controller } = work;
    const cancel = () => {
      controller.abort();
      setWork(null);
    };
    return <SendingBar name={nameOf(files)} progress={progress} onCancel={cancel} />;
  }
  return (
    <>
      <p className={styles.summary}>
        <strong>{nameOf(files)}</strong>
        <span>
          {[text.import.names[report.format], report.writtenBy && text.import.writtenBy(report.writtenBy)]
            .filter(Boolean)
            .join(', ')}
        </span>
        <span role="status">{text.import.found(report.nodeCount, report.relationshipCount)}</span>
      </p>
      {report.format === 'csv' && (
        <TableColumns guesses={report.tables} choices={tables} onChange={onTables} />
      )}
      <Notes heading={text.import.notes} notes={report.notes} />
      {target.into === 'database' && (
        <Notes heading={text.import.inDatabase} notes={report.inDatabase ?? []} />
      )}
      {error !== null && <FileProblems error={error} />}
      <WhereTo
        target={target}
        onChange={setTarget}
        canDraw={graph !== undefined}
        canLoad={canLoad}
        onGo={go}
      />
    </>
  );
}
