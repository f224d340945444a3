import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ExportReport } from '../../../server/contract/exports.ts';
import { text } from '../text.ts';
import styles from './export.module.css';

interface Props {
  report: ExportReport | undefined;
  problem: string | null;
}

/** What the file will hold and what not, before it is saved. */
export function Keeps({ report, problem }: Props) {
  return (
    <section className={styles.keeps} aria-live="polite" aria-label={text.export.keeps}>
      <h3 className={styles.legend}>{text.export.keeps}</h3>
      {problem !== null ? (
        <p>{text.export.unknown(problem)}</p>
      ) : report === undefined ? (
        <p>{text.export.looking}</p>
      ) : (
        <>
          {report.losses.length === 0 && (
            <p className={styles.line}>
              <IconCheck size={16} aria-hidden />
              {text.export.everything}
            </p>
          )}
          <Lines heading={text.export.lost} lines={report.losses} warns />
          <Lines heading={text.export.plainer} lines={report.notes} />
        </>
      )}
    </section>
  );
}

function Lines({ heading, lines, warns }: { heading: string; lines: readonly string[]; warns?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p className={styles.line}>
        {warns && <IconAlertTriangle size={16} className={styles.warning} aria-hidden />}
        {heading}
      </p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
