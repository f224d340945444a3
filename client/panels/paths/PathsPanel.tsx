import { PathForm } from './PathForm.tsx';
import { PathResults } from './PathResults.tsx';
import styles from './paths.module.css';

/** Trace: the question, and under it the answer. */
export function PathsPanel() {
  return (
    <div className={styles.panel}>
      <PathForm />
      <PathResults />
    </div>
  );
}
