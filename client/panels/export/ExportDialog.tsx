import { Button, Modal, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EXPORT_FORMATS, type ExportFormat, type ExportReport } from '../../../server/contract/exports.ts';
import { plainDetail } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { workspace } from '../../workspace/workspace.ts';
import { useScheme } from '../marks/use-scheme.ts';
import { text } from '../text.ts';
import styles from './export.module.css';
import { type Choice, exportChoices } from './export-choices.ts';
import { exportRequest } from './export-request.ts';
import { closeExport, useExportDialog } from './export-store.ts';
import { Keeps } from './Keeps.tsx';
import { useFileSaving } from './use-file-saving.ts';

/** Saves a graph as a file: what of it, in which format, and what that keeps. */
export default function ExportDialog() {
  const part = useExportDialog((state) => state.part);
  // What can be saved is settled when the dialog opens: nothing behind it can be changed meanwhile.
  const [state] = useState(() => workspace.getState());
  const [choices] = useState(() => exportChoices(state, part));
  const [what, setWhat] = useState(choices[0]?.what ?? 'whole');
  const [format, setFormat] = useState<ExportFormat>('json');
  const scheme = useScheme();
  const { bytes, problem, save, stop } = useFileSaving(closeExport);
  const choice = choices.find((one) => one.what === what) ?? choices[0];
  const ask = () => choice && exportRequest(choice, format, state.content, scheme);
  const report = useQuery({
    queryKey: ['export-report', what, format, scheme],
    queryFn: ({ signal }) => {
      const body = ask();
      return call('exportReport', body === undefined ? { signal } : { body, signal });
    },
    gcTime: 0,
    retry: false,
  });
  const saving = bytes !== null;
  const submit = () => {
    const body = ask();
    if (body && !saving) void save(body);
  };
  return (
    <Modal
      opened
      onClose={closeExport}
      title={text.export.heading}
      size={560}
      closeButtonProps={{ 'aria-label': text.export.close }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <fieldset className={styles.group} disabled={saving}>
          <legend className={styles.legend}>{text.export.what}</legend>
          {choices.map(({ what: one, graph }) => (
            <Radio
              key={one}
              name="what"
              checked={one === what}
              onChange={() => setWhat(one)}
              label={
                <Line
                  name={text.export.whats[one]}
                  about={sizeOf(graph, one === what ? report.data : undefined)}
                />
              }
            />
          ))}
        </fieldset>
        <fieldset className={styles.group} disabled={saving}>
          <legend className={styles.legend}>{text.export.format}</legend>
          {EXPORT_FORMATS.map((one) => (
            <Radio
              key={one}
              name="format"
              checked={one === format}
              onChange={() => setFormat(one)}
              label={<Line name={text.export.formats[one]} about={text.export.uses[one]} />}
            />
          ))}
        </fieldset>
        <Keeps report={report.data} problem={report.isError ? plainDetail(report.error) : null} />
        <div className={styles.acts}>
          <p role="status" className={styles.progress}>
            {saving ? text.export.writing(bytes) : problem}
          </p>
          <Button variant="default" onClick={saving ? stop : closeExport}>
            {saving ? text.export.stop : text.export.cancel}
          </Button>
          <Button type="submit" aria-disabled={saving}>
            {text.export.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** How much there is: known of what is on the page, and of the whole graph once the server has looked at it. */
function sizeOf(graph: Choice['graph'], report: ExportReport | undefined): string | undefined {
  if (graph !== undefined) return text.export.size(graph.nodes.length, graph.relationships.length);
  return report && text.export.size(report.nodeCount, report.relationshipCount);
}

function Line({ name, about }: { name: string; about?: string | undefined }) {
  return (
    <>
      {name}
      {about !== undefined && <span className={styles.about}>{about}</span>}
    </>
  );
}
