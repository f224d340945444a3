import { Button, FileButton, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TableChoices } from '../../../server/contract/imports.ts';
import { importOptionsQuery } from '../../api/queries.ts';
import { useMore } from '../budget/ask-more.ts';
import { useRoom } from '../frame/use-room.ts';
import { text } from '../text.ts';
import { FileProblems } from './FileProblems.tsx';
import styles from './import.module.css';
import { closeImport, openImport, useImport } from './import-store.ts';
import { ReadFile } from './ReadFile.tsx';
import { nameOf } from './read-files.ts';
import { SendingBar } from './SendingBar.tsx';
import { useReading } from './use-reading.ts';

const NO_CHOICES: TableChoices = {};

/** Imports a file: what it holds, what is wrong with it, what its columns mean, and where it goes. */
export default function ImportDialog() {
  const files = useImport((state) => state.files);
  const options = useQuery(importOptionsQuery);
  const room = useRoom();
  const asksMore = useMore(({ question }) => question !== null);
  // What was said of one file means nothing for another.
  const [choice, setChoice] = useState({ files, tables: NO_CHOICES });
  const tables = choice.files === files ? choice.tables : NO_CHOICES;
  const limitMb = options.data?.limitMb;
  const large = limitMb === undefined ? undefined : files.find(({ size }) => size > limitMb * 1024 * 1024);
  const { reading, cancel } = useReading(large ? NO_FILES : files, tables);
  const stop = () => {
    cancel();
    openImport();
  };
  const name = nameOf(files);
  const isBusy = reading.state === 'busy';
  return (
    <Modal
      opened
      onClose={closeImport}
      // Esc answers the question that stands over this dialog first.
      closeOnEscape={!asksMore}
      title={text.import.heading}
      size={620}
      fullScreen={room === 'small'}
      closeButtonProps={{ 'aria-label': text.import.close }}
    >
      <div className={styles.dialog}>
        {reading.state === 'none' && !large && (
          <>
            <p className={styles.soft}>{text.import.formats}</p>
            {limitMb !== undefined && <p className={styles.soft}>{text.import.limit(limitMb)}</p>}
          </>
        )}
        {large && (
          <p role="alert" className={styles.failure}>
            {text.import.tooLarge(large.name, limitMb ?? 0)}
          </p>
        )}
        {isBusy && <SendingBar name={name} progress={reading.progress} onCancel={stop} />}
        {reading.state === 'failed' && <FileProblems error={reading.error} />}
        {reading.state === 'read' && (
          <ReadFile
            key={name}
            files={files}
            answer={reading.answer}
            tables={tables}
            onTables={(changed) => setChoice({ files, tables: changed })}
            canLoad={options.data?.database ?? false}
          />
        )}
        {!isBusy && (
          <FileButton multiple onChange={(chosen) => chosen.length > 0 && openImport(chosen)}>
            {(props) => (
              <Button
                {...props}
                variant={reading.state === 'none' && !large ? 'filled' : 'default'}
                className={styles.choose}
              >
                {files.length === 0 ? text.import.choose : text.import.chooseOther}
              </Button>
            )}
          </FileButton>
        )}
      </div>
    </Modal>
  );
}

const NO_FILES: readonly File[] = [];
