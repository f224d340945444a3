import { Button, Checkbox, NumberInput, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { schemaQuery } from '../../api/queries.ts';
import { formatCount, plainType } from '../../look/words.ts';
import { type DrawChoice, type GraphSize, MOST_NODES, SUGGESTED_NODES } from '../../workspace/draw-budget.ts';
import { plainKind } from '../marks/plain-kind.ts';
import { PanelLoading } from '../states/PanelState.tsx';
import { text } from '../text.ts';
import styles from './budget.module.css';

/** What a layout takes for a node or a link, in seconds: told so that nobody waits for a surprise. */
const SECONDS_PER_ITEM = 0.00025;
const NOT_KINDS = new Set(['Entity', 'Passage', 'SourceDocument']);

interface Props {
  size: GraphSize;
  /** The heading stands above already. */
  isTitled?: boolean;
  onChoose(choice: DrawChoice): void;
}

/** Asks how much of a large graph is to be drawn, with what each answer means. */
export function AskBudget({ size, isTitled = false, onChoose }: Props) {
  const [kind, setKind] = useState<DrawChoice['kind']>('best');
  const [count, setCount] = useState(Math.min(SUGGESTED_NODES, size.nodes));
  const [labels, setLabels] = useState<readonly string[]>([]);
  const [types, setTypes] = useState<readonly string[]>([]);
  const { best, some, all } = text.budget;
  const seconds = Math.max(2, Math.round((size.nodes + size.relationships) * SECONDS_PER_ITEM));
  const choice: DrawChoice =
    kind === 'best' ? { kind, count } : kind === 'some' ? { kind, labels, types } : { kind };
  const isComplete = kind !== 'some' || labels.length > 0;
  return (
    <div className={styles.ask}>
      <form
        className={styles.card}
        aria-label={text.budget.heading}
        onSubmit={(event) => {
          event.preventDefault();
          if (isComplete) onChoose(choice);
        }}
      >
        {!isTitled && <h2>{text.budget.heading}</h2>}
        <p>
          {text.budget.holds(size.nodes, size.relationships)} {text.budget.why}
        </p>
        <Radio.Group
          value={kind}
          onChange={(value) => setKind(value === 'all' || value === 'some' ? value : 'best')}
          aria-label={text.budget.heading}
        >
          <div className={styles.card}>
            <Choice value="best" chosen={kind} label={best(count)} hint={text.budget.bestHint}>
              <NumberInput
                label={text.budget.count}
                min={10}
                max={Math.min(MOST_NODES, size.nodes)}
                step={500}
                value={count}
                thousandSeparator=","
                allowDecimal={false}
                onChange={(value) => setCount(clamp(Number(value), size.nodes))}
              />
            </Choice>
            <Choice value="some" chosen={kind} label={some} hint={text.budget.someHint}>
              <Kinds labels={labels} types={types} onLabels={setLabels} onTypes={setTypes} />
            </Choice>
            <Choice
              value="all"
              chosen={kind}
              label={size.nodes > MOST_NODES ? text.budget.most(MOST_NODES) : all(size.nodes)}
              hint={text.budget.allHint(seconds)}
            />
          </div>
        </Radio.Group>
        <div className={styles.acts}>
          <Button type="submit" disabled={!isComplete}>
            {text.budget.draw}
          </Button>
          <p>{text.budget.remembered}</p>
        </div>
      </form>
    </div>
  );
}

function clamp(count: number, most: number): number {
  return Math.max(1, Math.min(MOST_NODES, most, Math.round(count) || 1));
}

interface ChoiceProps {
  value: DrawChoice['kind'];
  chosen: DrawChoice['kind'];
  label: string;
  hint: string;
  children?: ReactNode;
}

function Choice({ value, chosen, label, hint, children }: ChoiceProps) {
  return (
    <div className={styles.choice} data-chosen={value === chosen || undefined}>
      <Radio value={value} label={label} description={hint} />
      {children && value === chosen && <div className={styles.inside}>{children}</div>}
    </div>
  );
}

interface KindsProps {
  labels: readonly string[];
  types: readonly string[];
  onLabels(labels: readonly string[]): void;
  onTypes(types: readonly string[]): void;
}

/** Kinds of nodes, and of links where not all are wanted, with how many there are. */
function Kinds({ labels, types, onLabels, onTypes }: KindsProps) {
  const schema = useQuery(schemaQuery).data;
  if (!schema) return <PanelLoading words={text.budget.loadingKinds} />;
  const kinds = schema.labels.filter(({ label }) => !NOT_KINDS.has(label));
  const sum = (items: readonly { count: number }[]) => items.reduce((total, { count }) => total + count, 0);
  const nodes = sum(kinds.filter(({ label }) => labels.includes(label)));
  const links = sum(schema.types.filter(({ type }) => types.length === 0 || types.includes(type)));
  return (
    <>
      <Names
        heading={text.budget.kinds}
        items={kinds.map(({ label, count }) => ({ name: label, words: plainKind(label), count }))}
        chosen={labels}
        onChange={onLabels}
      />
      <Names
        heading={text.budget.types}
        items={schema.types.map(({ type, count }) => ({ name: type, words: plainType(type), count }))}
        chosen={types}
        onChange={onTypes}
      />
      {labels.length > 0 && <p role="status">{text.budget.someCount(Math.min(nodes, MOST_NODES), links)}</p>}
    </>
  );
}

interface NamesProps {
  heading: string;
  items: readonly { name: string; words: string; count: number }[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

function Names({ heading, items, chosen, onChange }: NamesProps) {
  return (
    <fieldset className={styles.kinds}>
      <legend>{heading}</legend>
      {items.map(({ name, words, count }) => (
        <Checkbox
          key={name}
          size="sm"
          label={`${words} (${formatCount(count)})`}
          checked={chosen.includes(name)}
          onChange={({ currentTarget: { checked } }) =>
            onChange(checked ? [...chosen, name] : chosen.filter((each) => each !== name))
          }
        />
      ))}
    </fieldset>
  );
}
