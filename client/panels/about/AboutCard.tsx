import { IconArrowRight, IconBook2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { documentsQuery, healthQuery } from '../../api/queries.ts';
import { countDegrees } from '../../workspace/count-content.ts';
import { askAround } from '../acts/ask-around.ts';
import { attempt } from '../acts/attempt.ts';
import { useFirstCounts } from '../acts/first-graph.ts';
import { select } from '../acts/select.ts';
import { hashOf } from '../location-hash.ts';
import { askQuestion } from '../paths/paths-store.ts';
import { useScreen } from '../screen-store.ts';
import { PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './about.module.css';
import { type Example, exampleQuestions } from './example-questions.ts';

/** What this is, how much it holds, and three questions to begin with. */
export function AboutCard() {
  const documentsAnswer = useQuery(documentsQuery);
  const documents = (documentsAnswer.data?.documents ?? []).filter(
    ({ originalOf }) => originalOf === undefined,
  );
  const first = useFirstCounts((state) => state.counts);
  const health = useQuery(healthQuery).data;
  const nodes = useWorkspace((state) => state.content.nodes);
  const relationships = useWorkspace((state) => state.content.relationships);
  const read = useScreen((screen) => screen.read);
  const examples = useMemo(
    () => exampleQuestions(nodes, countDegrees(relationships), text.about),
    [nodes, relationships],
  );
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
      {examples.length > 0 && (
        <section className={styles.ask} aria-label={text.about.ask}>
          <h3 className={styles.askHead}>{text.about.ask}</h3>
          {examples.map((example) => (
            <a
              key={example.words}
              className={styles.question}
              href={`./${hashOfExample(example)}`}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                answer(example);
              }}
            >
              <span>
                {example.words}
                {example.kind === 'path' && example.usesBackground && (
                  <span className={styles.questionNote}>{text.about.withBackground}</span>
                )}
              </span>
              <IconArrowRight size={16} aria-hidden />
            </a>
          ))}
          <p className={styles.soft}>{text.about.hint}</p>
        </section>
      )}
    </div>
  );
}

function answer(example: Example): void {
  if (example.kind === 'path') void askQuestion(example.question);
  else if (example.kind === 'around') void attempt(() => askAround(example.question, example.words));
  else select({ kind: 'node', id: example.id }, { look: true });
}

/** The link that opens the page with the question answered. */
function hashOfExample(example: Example): string {
  switch (example.kind) {
    case 'path':
      return hashOf({ selection: null, question: example.question });
    case 'around':
      return hashOf({ selection: null, question: null, around: example.question });
    case 'node':
      return hashOf({ selection: { kind: 'node', id: example.id }, question: null });
  }
}
