import { Checkbox } from '@mantine/core';
import { useEffect } from 'react';
import { NodeField } from '../paths/NodeField.tsx';
import pathStyles from '../paths/paths.module.css';
import { text } from '../text.ts';
import { AskButtons } from '../trace/AskButtons.tsx';
import { pairOf, setGroupOptions, useGroupOptions } from '../trace/group-options.ts';
import { statusesWith } from '../trace/statuses-with.ts';
import styles from '../trace/trace.module.css';
import { useWorkspace } from '../use-workspace.ts';
import { askCompare, cancelCompare, useCompareAsked } from './ask-compare.ts';
import { ComparisonView } from './ComparisonView.tsx';

/** What two nodes share, and what only one of them is tied to. */
export function ComparePanel() {
  const chosen = useWorkspace((state) => state.chosen);
  const asked = useCompareAsked((state) => state.asked);
  const { a, b, background } = useGroupOptions();
  const fields = asked.state === 'failed' ? asked.fields : [];
  const errorOf = (name: string) => fields.find(({ field }) => field === name)?.problem;

  // Two that are chosen together are the two to compare.
  const [first, second] = chosen;
  useEffect(() => {
    const pair = first && second ? pairOf([first, second]) : null;
    if (!first || !second || pair === useGroupOptions.getState().taken) return;
    setGroupOptions({ a: first, b: second, taken: pair });
  }, [first, second]);

  return (
    <div className={styles.task}>
      <p className={styles.soft}>{text.compare.intro}</p>
      <div className={pathStyles.fields}>
        <NodeField
          label={text.compare.a}
          value={a}
          onChange={(node) => setGroupOptions({ a: node })}
          error={errorOf('a')}
          className={pathStyles.field}
        />
        <NodeField
          label={text.compare.b}
          value={b}
          onChange={(node) => setGroupOptions({ b: node })}
          error={errorOf('b')}
          className={pathStyles.field}
        />
      </div>
      <Checkbox
        size="xs"
        label={text.chosen.background}
        checked={background}
        onChange={(event) => setGroupOptions({ background: event.currentTarget.checked })}
      />
      {(!a || !b) && <p className={styles.small}>{text.compare.need}</p>}
      <AskButtons
        words={text.compare.ask}
        askingWords={text.compare.asking}
        asked={asked}
        disabled={!a || !b}
        onAsk={() => a && b && askCompare({ a, b, statuses: statusesWith(background) })}
        onCancel={cancelCompare}
      />
      {asked.state === 'answered' && <ComparisonView question={asked.question} answer={asked.answer} />}
    </div>
  );
}
