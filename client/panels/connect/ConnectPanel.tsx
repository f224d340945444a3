import { Checkbox } from '@mantine/core';
import type { Connection } from '../../../server/contract/neighbourhoods.ts';
import { ChosenField } from '../chosen/ChosenField.tsx';
import { AnswerActs } from '../paths/AnswerActs.tsx';
import { HopLine } from '../paths/HopLine.tsx';
import pathStyles from '../paths/paths.module.css';
import { text } from '../text.ts';
import { AskButtons } from '../trace/AskButtons.tsx';
import { setGroupOptions, useGroupOptions } from '../trace/group-options.ts';
import { statusesWith } from '../trace/statuses-with.ts';
import styles from '../trace/trace.module.css';
import { useWorkspace } from '../use-workspace.ts';
import {
  askConnect,
  type ConnectQuestion,
  cancelConnect,
  connectedPart,
  connectedWords,
  groupOfConnect,
  namesOfNodes,
  useConnectAsked,
} from './ask-connect.ts';

/** The smallest part of the graph that ties three to eight nodes together, lit and told. */
export function ConnectPanel() {
  const chosen = useWorkspace((state) => state.chosen);
  const asked = useConnectAsked((state) => state.asked);
  const background = useGroupOptions((state) => state.background);
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
        onChange={(event) => setGroupOptions({ background: event.currentTarget.checked })}
      />
      {wrong && <p className={styles.small}>{wrong}</p>}
      <AskButtons
        words={text.connect.ask}
        askingWords={text.connect.asking}
        asked={asked}
        disabled={wrong !== null}
        onAsk={() => askConnect({ nodes: chosen, statuses: statusesWith(background) })}
        onCancel={cancelConnect}
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

function Connected({
  question,
  answer,
  number,
}: {
  question: ConnectQuestion;
  answer: Connection;
  number: number;
}) {
  const part = connectedPart(question, answer);
  const found = connectedWords(answer);
  return (
    <>
      <p>{found}</p>
      <AnswerActs
        part={part}
        group={groupOfConnect(number)}
        report={{ question: text.connect.question(namesOfNodes(question.nodes)), searched: found }}
      />
      <ol className={pathStyles.hops}>
        {answer.ties.map((tie, index) => (
          <HopLine key={`${tie.from} ${tie.to}`} relationships={tie.relationships} number={index + 1} />
        ))}
      </ol>
    </>
  );
}

function Apart({ question, answer }: { question: ConnectQuestion; answer: Connection }) {
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
