import { Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ExampleQuestions } from '../about/ExampleQuestions.tsx';
import { PANEL_BODY } from '../keep-focus.ts';
import { text } from '../text.ts';
import { AnswerView } from './AnswerView.tsx';
import styles from './paths.module.css';
import { type Outcome, usePaths } from './paths-store.ts';

/** The answer; before anything is asked or chosen, questions to begin with. */
export function PathResults() {
  const outcome = usePaths((state) => state.outcome);
  const isUntouched = usePaths(
    ({ draft }) => draft.from === null && draft.to === null && draft.via.length === 0,
  );
  const section = useRef<HTMLElement>(null);

  // The form may fill the panel; an answer below its edge would go unseen.
  useEffect(() => {
    if (outcome.state !== 'answered' && outcome.state !== 'failed') return;
    const panel = section.current?.closest(`[${PANEL_BODY}]`)?.getBoundingClientRect();
    const top = section.current?.getBoundingClientRect().top ?? 0;
    if (panel && top > panel.bottom - panel.height / 3) section.current?.scrollIntoView({ block: 'start' });
  }, [outcome]);

  if (outcome.state === 'none') return isUntouched ? <ExampleQuestions /> : null;
  return (
    <section ref={section} className={styles.results} aria-label={text.paths.results}>
      <Result outcome={outcome} />
    </section>
  );
}

function Result({ outcome }: { outcome: Exclude<Outcome, { state: 'none' }> }) {
  switch (outcome.state) {
    case 'asking':
      return (
        <p className={styles.note} role="status">
          <Loader size={14} aria-hidden /> {text.paths.asking}
        </p>
      );
    case 'cancelled':
      return <p className={styles.note}>{text.paths.cancelled}</p>;
    case 'failed':
      return <Failed outcome={outcome} />;
    case 'answered':
      return <AnswerView {...outcome} />;
  }
}

const OWN_FIELDS =
  /^(from|to|k|maxLength|asOf|statuses|((via|types|avoidTypes|labels|avoidLabels|avoid)(\.\d+)?))$/;

function Failed({ outcome }: { outcome: Extract<Outcome, { state: 'failed' }> }) {
  const elsewhere = outcome.fields.filter(({ field }) => !OWN_FIELDS.test(field));
  return (
    <div role="alert" className={styles.state}>
      <strong>{text.paths.failed}</strong>
      {outcome.fields.length === 0 && <p>{outcome.detail}</p>}
      {elsewhere.length > 0 && (
        <ul>
          {elsewhere.map(({ field, problem }) => (
            <li key={field}>
              {field}: {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
