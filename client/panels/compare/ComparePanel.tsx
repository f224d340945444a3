import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Comparison } from '../../../server/contract/neighbourhoods.ts';
import { call } from '../../api/call.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import { NodeField } from '../paths/NodeField.tsx';
import pathStyles from '../paths/paths.module.css';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { AskButtons } from '../trace/AskButtons.tsx';
import { createAsking } from '../trace/asking.ts';
import { statusesWith } from '../trace/statuses-with.ts';
import styles from '../trace/trace.module.css';
import { useWorkspace } from '../use-workspace.ts';
import { ComparisonView } from './ComparisonView.tsx';
import type { CompareQuestion } from './compare-question.ts';

const { useAsked, ask, cancel } = createAsking<CompareQuestion, Comparison>(
  ({ a, b, statuses }, signal) => call('compare', { body: { a: a.id, b: b.id, statuses }, signal }),
  async ({ a, b }, { totals }) => {
    const words = [
      text.compare.common(totals.common),
      text.compare.only(a.caption, totals.onlyA),
      text.compare.only(b.caption, totals.onlyB),
    ];
    useScreen.getState().announce(words.join('. '));
  },
);

/** What two nodes share, and what only one of them is tied to. */
export function ComparePanel() {
  const chosen = useWorkspace((state) => state.chosen);
  const asked = useAsked((state) => state.asked);
  const answered = asked.state === 'answered' ? asked.question : null;
  const [a, setA] = useState<NodeName | null>(answered?.a ?? null);
  const [b, setB] = useState<NodeName | null>(answered?.b ?? null);
  const [background, setBackground] = useState(answered?.statuses.includes('background') ?? false);
  const fields = asked.state === 'failed' ? asked.fields : [];
  const errorOf = (name: string) => fields.find(({ field }) => field === name)?.problem;

  // Two that are chosen together are the two to compare.
  const [first, second] = chosen;
  useEffect(() => {
    if (!first || !second) return;
    setA(first);
    setB(second);
  }, [first, second]);

  return (
    <div className={styles.task}>
      <p className={styles.soft}>{text.compare.intro}</p>
      <div className={pathStyles.fields}>
        <NodeField
          label={text.compare.a}
          value={a}
          onChange={setA}
          error={errorOf('a')}
          className={pathStyles.field}
        />
        <NodeField
          label={text.compare.b}
          value={b}
          onChange={setB}
          error={errorOf('b')}
          className={pathStyles.field}
        />
      </div>
      <Checkbox
        size="xs"
        label={text.chosen.background}
        checked={background}
        onChange={(event) => setBackground(event.currentTarget.checked)}
      />
      {(!a || !b) && <p className={styles.small}>{text.compare.need}</p>}
      <AskButtons
        words={text.compare.ask}
        askingWords={text.compare.asking}
        asked={asked}
        disabled={!a || !b}
        onAsk={() => a && b && ask({ a, b, statuses: statusesWith(background) })}
        onCancel={cancel}
      />
      {asked.state === 'answered' && <ComparisonView question={asked.question} answer={asked.answer} />}
    </div>
  );
}
