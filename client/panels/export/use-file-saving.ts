import { useEffect, useRef, useState } from 'react';
import type { ExportFormat, ExportRequest } from '../../../server/contract/exports.ts';
import { plainDetail } from '../../api/api-problem.ts';
import { callForFile } from '../../api/call.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { fileNameOf, saveFile } from './save-file.ts';

const ENDINGS: Record<ExportFormat, string> = {
  json: 'json',
  gexf: 'gexf',
  graphml: 'graphml',
  csv: 'zip',
  'csv-neo4j': 'neo4j.zip',
  cypher: 'cypher',
  markdown: 'md',
};

/** Has the server write a file and saves it: how far it is, what went wrong, and how to stop. */
export function useFileSaving(onSaved: () => void) {
  const [bytes, setBytes] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  const announce = useScreen((screen) => screen.announce);
  useEffect(() => () => running.current?.abort(), []);

  const save = async (body: ExportRequest) => {
    const controller = new AbortController();
    running.current = controller;
    setProblem(null);
    setBytes(0);
    try {
      const file = await callForFile({ body, signal: controller.signal }, setBytes);
      const name = fileNameOf(body.title ?? '', ENDINGS[body.format]);
      saveFile(file, name);
      announce(text.export.saved(name));
      onSaved();
    } catch (error) {
      setProblem(controller.signal.aborted ? text.export.stopped : text.export.failed(plainDetail(error)));
    } finally {
      setBytes(null);
    }
  };
  return { bytes, problem, save, stop: () => running.current?.abort() };
}
