import { Button, Loader } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { PathAnswer, PathQuestionInput } from '../../../server/contract/paths.ts';
import { attempt } from '../acts/attempt.ts';
import { takePathAway } from '../acts/change-canvas.ts';
import { PANEL_BODY } from '../keep-focus.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { describeAnswer } from './describe-answer.ts';
import { PathCard } from './PathCard.tsx';
import styles from './paths.module.css';
import { askQuestion, type Outcome, usePaths } from './paths-store.ts';
import { putOnShow } from './put-on-show.ts';

export function PathResults() {
  const outcome = usePaths((state) => state.outcome);
  const section = useRef<HTMLElement>(null);

  // The form may fill the panel; an answer below its edge would go unseen.
  useEffect(() => {
    if (outcome.state !== 'answered' && outcome.state !== 'failed') return;
    const panel = section.current?.closest(`[${PANEL_BODY}]`)?.getBoundingClientRect();
    const top = section.current?.getBoundingClientRect().top ?? 0;
    if (panel && top > panel.bottom - panel.height / 3) section.current?.scrollIntoView({ block: 'start' });
  }, [outcome]);

  if (outcome.state === 'none') return null;
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
      return <Answered question={outcome.question} answer={outcome.answer} />;
  }
}

function Failed({ outcome }: { outcome: Extract<Outcome, { state: 'failed' }> }) {
  const elsewhere = outcome.fields.filter(({ field }) => !/^(from|to|via\.\d+)$/.test(field));
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

function Answered({ question, answer }: { question: PathQuestionInput; answer: PathAnswer }) {
  const onShow = useWorkspace((state) => state.content.path);
  const captions = new Map(answer.graph.nodes.map((node) => [node.id, node]));
  const usesBackground = question.statuses?.includes('background') ?? false;
  const chosen = answer.paths.findIndex(
    (path) => path.relationshipIds.join('\n') === onShow?.relationshipIds.join('\n'),
  );
  return (
    <>
      {answer.paths.length === 0 && <h3 className={styles.none}>{text.paths.none}</h3>}
      <p className={styles.note}>
        {describeAnswer(answer)}
        {usesBackground && ` ${text.paths.usedBackground}`}
      </p>
      {answer.relaxations.length > 0 && (
        <div className={styles.relax}>
          <h4>{text.paths.relax}</h4>
          {answer.relaxations.map((relaxation) => (
            <Button
              key={relaxation.change}
              variant="default"
              justify="flex-start"
              h="auto"
              py={6}
              classNames={{ label: styles.wrap ?? '' }}
              onClick={() => askQuestion(relaxation.question)}
            >
              {relaxation.change}
            </Button>
          ))}
        </div>
      )}
      <ol className={styles.cards}>
        {answer.paths.map((path, index) => (
          <PathCard
            key={path.nodeIds.join('\n')}
            path={path}
            number={index + 1}
            nodes={captions}
            chosen={index === chosen}
            onChoose={() => attempt(() => putOnShow(path, answer.graph))}
          />
        ))}
      </ol>
      {answer.searched.moreExist && question.mode !== 'all-shortest' && question.mode !== 'k-shortest' && (
        <Button variant="default" onClick={() => askQuestion({ ...question, mode: 'all-shortest' })}>
          {text.paths.askAll}
        </Button>
      )}
      {onShow && (
        <Button variant="default" onClick={takePathAway}>
          {text.paths.putAway}
        </Button>
      )}
    </>
  );
}
