import { IconArrowRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { countDegrees } from '../../workspace/count-content.ts';
import { askAround } from '../acts/ask-around.ts';
import { attempt } from '../acts/attempt.ts';
import { select } from '../acts/select.ts';
import { hashOf } from '../location-hash.ts';
import { askQuestion } from '../paths/paths-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './about.module.css';
import { type Example, exampleQuestions } from './example-questions.ts';

/** Three questions to begin with, asked by a click; nothing where the graph has none. */
export function ExampleQuestions({ hint }: { hint?: string }) {
  const nodes = useWorkspace((state) => state.content.nodes);
  const relationships = useWorkspace((state) => state.content.relationships);
  const examples = useMemo(
    () => exampleQuestions(nodes, countDegrees(relationships), text.about),
    [nodes, relationships],
  );
  if (examples.length === 0) return null;
  return (
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
      {hint !== undefined && <p className={styles.soft}>{hint}</p>}
    </section>
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
