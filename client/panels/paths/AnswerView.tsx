import { Button } from '@mantine/core';
import type { Path, PathQuestionInput, Relaxation } from '../../../server/contract/paths.ts';
import { attempt } from '../acts/attempt.ts';
import { takePathAway } from '../acts/change-canvas.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { AnswerActs } from './AnswerActs.tsx';
import { chainOf, describeAnswer, effortWords } from './describe-answer.ts';
import { limitWords, questionWords } from './describe-question.ts';
import { isQuestionOf } from './draft-question.ts';
import { PathCard } from './PathCard.tsx';
import styles from './paths.module.css';
import { type Answered, askQuestion, askRelaxed, usePaths } from './paths-store.ts';
import { partOfPath, putOnShow } from './put-on-show.ts';
import { Relaxations } from './Relaxations.tsx';

/** The paths that were found, or why there is none and what would find one. */
export function AnswerView({ question, names, answer, group, relaxed }: Answered) {
  const isOfForm = usePaths(({ draft }) => isQuestionOf(draft, question));
  const onShow = useWorkspace((state) => state.content.path);
  const nodes = new Map(answer.graph.nodes.map((node) => [node.id, node]));
  const nameOf = (id: string) => nodes.get(id)?.caption ?? names.get(id)?.caption ?? id;
  const [, , ...limits] = limitWords(question, nameOf);
  const found = describeAnswer(answer, limits);
  const usesBackground = question.statuses?.includes('background') ?? false;
  const chosen = answer.paths.findIndex((path) => isSame(path.relationshipIds, onShow?.relationshipIds));
  const choose = (path: Path, number: number) =>
    attempt(async () => {
      await putOnShow(partOfPath(path, answer.graph), { group });
      const title = text.paths.pathTitle(number, path.length);
      useScreen.getState().announce(text.paths.announcePath(title, chainOf(path, nameOf)));
    });
  const { mode = 'shortest' } = question;
  const effort = effortWords(answer);
  const more = answer.searched.moreExist;
  return (
    <>
      {relaxed && (
        <p className={styles.changed}>
          {text.paths.changed(relaxed.words)}
          <Button variant="subtle" size="compact-sm" px={0} onClick={() => askQuestion(relaxed.before)}>
            {text.paths.goBack}
          </Button>
        </p>
      )}
      {!isOfForm && <p className={styles.note}>{text.paths.answers(questionWords(question, nameOf))}</p>}
      {answer.paths.length === 0 && <h3 className={styles.none}>{text.paths.none}</h3>}
      <p className={styles.note}>
        {found}
        {usesBackground && answer.paths.length > 0 && ` ${text.paths.usedBackground}`}
      </p>
      <Relaxations
        relaxations={answer.relaxations}
        onChoose={(relaxation) => askRelaxed(questionOf(relaxation), question)}
      />
      {answer.paths.length > 1 && <p className={styles.keys}>{text.paths.resultKeys}</p>}
      <ol className={styles.cards}>
        {answer.paths.map((path, index) => (
          <PathCard
            key={path.nodeIds.join('\n')}
            path={path}
            number={index + 1}
            nodes={nodes}
            chosen={index === chosen}
            onChoose={() => choose(path, index + 1)}
            acts={
              <AnswerActs
                part={partOfPath(path, answer.graph)}
                group={group}
                report={{
                  question: `${questionWords(question, nameOf)} (${limitWords(question, nameOf).join(', ')})`,
                  searched: [found, effort].filter((words) => words !== null).join(' '),
                  paths: [{ nodeIds: path.nodeIds, relationshipIds: path.relationshipIds }],
                }}
              />
            }
          />
        ))}
      </ol>
      {more && mode === 'shortest' && (
        <Button variant="default" onClick={() => askQuestion({ ...question, mode: 'all-shortest' })}>
          {text.paths.askAll}
        </Button>
      )}
      {chosen !== -1 && (
        <Button variant="default" onClick={takePathAway}>
          {text.paths.putAway}
        </Button>
      )}
      {effort !== null && <p className={styles.effort}>{effort}</p>}
    </>
  );
}

/** All the paths that a relaxation counted, not only the first. */
function questionOf({ question, pathCount }: Relaxation): PathQuestionInput {
  return pathCount > 1 && question.mode === 'shortest' ? { ...question, mode: 'all-shortest' } : question;
}

function isSame(ids: readonly string[], others: readonly string[] | undefined): boolean {
  return ids.length === others?.length && ids.every((id, index) => id === others[index]);
}
