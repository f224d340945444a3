import { IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { documentsQuery, healthQuery } from '../../api/queries.ts';
import { useFirstCounts } from '../acts/first-graph.ts';
import { useScreen } from '../screen-store.ts';
import { PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import styles from './about.module.css';
import { ExampleQuestions } from './ExampleQuestions.tsx';

/** What this is, how much it holds, and three questions to begin with. */
export function AboutCard() {
  const documentsAnswer = useQuery(documentsQuery);
  const documents = (documentsAnswer.data?.documents ?? []).filter(
    ({ originalOf }) => originalOf === undefined,
  );
  const first = useFirstCounts((state) => state.counts);
  const health = useQuery(healthQuery).data;
  const read = useScreen((screen) => screen.read);
  if (documentsAnswer.isPending) return <PanelLoading words={text.about.loading} />;
  const [document, ...others] = documents;
  const nodeCount = first?.nodeCount ?? health?.nodeCount;
  const relationshipCount = first?.truncated ? health?.relationshipCount : first?.relationships;
  return (
    <div className={styles.card}>
      {document ? (
        <div className={styles.what}>
          <p className={styles.intro}>{text.about.intro}</p>
          <p className={styles.title}>
            {document.title}
            {others.length > 0 && <span className={styles.soft}> {text.about.alsoTexts(others.length)}</span>}
          </p>
          {document.description && <p className={styles.soft}>{document.description}</p>}
          <button type="button" className={styles.read} onClick={() => read({ documentId: document.id })}>
            <IconBook2 size={14} aria-hidden /> {text.about.readText}
          </button>
        </div>
      ) : (
        <div className={styles.what}>
          <p className={styles.title}>{text.about.untitled}</p>
          <p className={styles.soft}>{text.about.untitledHint}</p>
        </div>
      )}
      {typeof nodeCount === 'number' && nodeCount > 0 && typeof relationshipCount === 'number' && (
        <p className={styles.holds}>
          {text.about.holds(nodeCount, relationshipCount)}
          {first?.truncated && ` ${text.about.firstOnly(first.nodes, first.nodeCount)}`}
        </p>
      )}
      <ExampleQuestions hint={text.about.hint} />
    </div>
  );
}
