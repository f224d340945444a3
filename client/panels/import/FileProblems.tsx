import { ApiProblem, plainDetail } from '../../api/api-problem.ts';
import { text } from '../text.ts';
import styles from './import.module.css';

/** Why a file could not be imported: everything that is wrong in it, by line, or the one sentence there is. */
export function FileProblems({ error }: { error: unknown }) {
  const file = error instanceof ApiProblem ? error.file : null;
  if (file === null) {
    return (
      <div role="alert" className={styles.failure}>
        <strong>{text.import.failed}</strong>
        <p className={styles.words}>{plainDetail(error)}</p>
      </div>
    );
  }
  const names = new Set(file.problems.map((problem) => problem.file));
  return (
    <section role="alert" className={styles.failure}>
      <strong>{text.import.problems(file.total)}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keys */}
      <ol className={styles.problems} tabIndex={0} aria-label={text.import.problems(file.total)}>
        {file.problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={index}>
            <span className={styles.place}>
              {[
                names.size > 1 && problem.file,
                problem.line !== undefined && text.import.line(problem.line, problem.column),
                problem.field,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            <span className={styles.words}>{problem.message}</span>
          </li>
        ))}
      </ol>
      {file.total > file.problems.length && (
        <p className={styles.soft}>{text.import.more(file.total - file.problems.length)}</p>
      )}
    </section>
  );
}
