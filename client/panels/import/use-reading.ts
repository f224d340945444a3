import { useEffect, useRef, useState } from 'react';
import type { ImportAnswer, TableChoices } from '../../../server/contract/imports.ts';
import type { SendingProgress } from '../../api/send-file.ts';
import { readFiles } from './read-files.ts';

export type Reading =
  | { state: 'none' }
  | { state: 'busy'; progress: SendingProgress }
  | { state: 'failed'; error: unknown }
  | { state: 'read'; answer: ImportAnswer };

/** Has the files read as soon as they are there, and again when the choice of columns changes. */
export function useReading(
  files: readonly File[],
  tables: TableChoices,
): { reading: Reading; cancel(): void } {
  const [reading, setReading] = useState<Reading>({ state: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    if (files.length === 0) {
      setReading({ state: 'none' });
      return;
    }
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setReading({ state: 'busy', progress: { phase: 'sending', done: 0, total: 0 } });
    readFiles(files, {
      tables,
      signal,
      onProgress: (progress) => {
        if (!signal.aborted) setReading({ state: 'busy', progress });
      },
    }).then(
      (answer) => {
        if (!signal.aborted) setReading({ state: 'read', answer });
      },
      (error: unknown) => {
        if (!signal.aborted) setReading({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [files, tables]);
  return { reading, cancel: () => running.current?.abort() };
}
