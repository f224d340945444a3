import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Connection, ConnectionRequest } from '../../../server/contract/neighbourhoods.ts';
import { call } from '../../api/call.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import { ChosenField } from '../chosen/ChosenField.tsx';
import { AnswerActs } from '../paths/AnswerActs.tsx';
import type { AnswerPart } from '../paths/answer-part.ts';
import { HopLine } from '../paths/HopLine.tsx';
import pathStyles from '../paths/paths.module.css';
import { putOnShow } from '../paths/put-on-show.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { AskButtons } from '../trace/AskButtons.tsx';
import { createAsking } from '../trace/asking.ts';
import { statusesWith } from '../trace/statuses-with.ts';
import styles from '../trace/trace.module.css';
import { useWorkspace } from '../use-workspace.ts';

interface Question {
  nodes: readonly NodeName[];
  statuses: ConnectionRequest['statuses'];
}

const { useAsked, ask, cancel } = createAsking<Question, Connection>(
  ({ nodes, statuses }, signal) =>
    call('connect', { body: { nodeIds: nodes.map(({ id }) => id), statuses }, signal }),
  async (question, answer, number) => {
    if (!answer.connected) return useScreen.getState().announce(text.connect.apart);
    await putOnShow(partOf(question, answer), { group: groupOf(number), look: true });
    useScreen.getState().announce(foundWords(answer));
  },
);

/** The smallest part of the graph that ties three to eight nodes together, lit and told. */
export function ConnectPanel() {
  const chosen = useWorkspace((state) => state.chosen);
  const asked = useAsked((state) => state.asked);
  const [background, setBackground] = useState(false);
  const wrong =
    chosen.length < 3
      ? text.connect.need(chosen.length)
      : chosen.length > 8
        ? text.connect.tooMany(chosen.length)
        : null;
  return (
    <div className={styles.task}>
      <p className={styles.soft}>{text.connect.intro}</p>
      <ChosenField />
      <Checkbox
        size="xs"
        label={text.chosen.background}
        checked={background}
        onChange={(event) => setBackground(event.currentTarget.checked)}
      />
      {wrong && <p className={styles.small}>{wrong}</p>}
      <AskButtons
        words={text.connect.ask}
        askingWords={text.connect.asking}
        asked={asked}
        disabled={wrong !== null}
        onAsk={() => ask({ nodes: chosen, statuses: statusesWith(background) })}
        onCancel={cancel}
      />
      {asked.state === 'answered' && (
        <section className={styles.answer} aria-label={text.connect.results}>
          {asked.answer.connected ? (
            <Connected question={asked.question} answer={asked.answer} number={asked.number} />
          ) : (
            <Apart question={asked.question} answer={asked.answer} />
          )}
        </section>
      )}
    </div>
  );
}

function Connected({ question, answer, number }: { question: Question; answer: Connection; number: number }) {
  const part = partOf(question, answer);
  const found = foundWords(answer);
  return (
    <>
      <p>{found}</p>
      <AnswerActs
        part={part}
        group={groupOf(number)}
        report={{ question: text.connect.question(namesOf(question.nodes)), searched: found }}
      />
      <ol className={pathStyles.hops}>
        {answer.ties.map((tie, index) => (
          <HopLine key={`${tie.from} ${tie.to}`} relationships={tie.relationships} number={index + 1} />
        ))}
      </ol>
    </>
  );
}

function Apart({ question, answer }: { question: Question; answer: Connection }) {
  const captions = new Map(question.nodes.map((node) => [node.id, node.caption]));
  return (
    <>
      <h3>{text.connect.apart}</h3>
      <ul className={styles.list}>
        {answer.apart.map((group, index) => (
          <li key={group.join('\n')}>
            {text.connect.group(index + 1)}:{' '}
            {text.paths.asked.list(group.map((id) => captions.get(id) ?? id))}
          </li>
        ))}
      </ul>
      {!answer.proven && <p className={styles.soft}>{text.connect.apartUnsure}</p>}
    </>
  );
}

function partOf({ nodes }: Question, answer: Connection): AnswerPart {
  return {
    nodeIds: answer.nodeIds,
    relationshipIds: answer.ties.flatMap(({ relationships }) =>
      relationships.slice(0, 1).map(({ id }) => id),
    ),
    graph: answer.graph,
    title: text.connect.title(namesOf(nodes)),
  };
}

function foundWords({ nodeIds, ties, proven }: Connection): string {
  const size = text.connect.found(nodeIds.length, ties.length);
  return `${size} ${proven ? text.connect.proven : text.connect.notProven}`;
}

function namesOf(nodes: readonly NodeName[]): string {
  return text.paths.asked.list(nodes.map(({ caption }) => caption));
}

function groupOf(number: number): string {
  return `connect ${number}`;
}
