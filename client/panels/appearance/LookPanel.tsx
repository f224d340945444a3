import { Radio } from '@mantine/core';
import { useMemo } from 'react';
import type { MeasureName } from '../../workspace/workspace-content.ts';
import { colourBy, sizeBy } from '../acts/set-looks.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './look.module.css';
import {
  COLOUR_MEASURES,
  meaningOfMeasure,
  measureOfProperty,
  nameOfMeasure,
  numberProperties,
  SIZE_MEASURES,
} from './measure-names.ts';

/** What colours and sizes tell, each with a line on what it means. */
export function LookPanel() {
  const nodes = useWorkspace((state) => state.content.nodes);
  const { colour, size } = useWorkspace((state) => state.content.appearance);
  const properties = useMemo(() => numberProperties(nodes).map(measureOfProperty), [nodes]);
  return (
    <div className={styles.panel}>
      <Choice
        heading={text.look.colour}
        usual={{ name: text.look.names.kind, meaning: text.look.meanings.kind }}
        measures={[...COLOUR_MEASURES, ...properties]}
        value={colour}
        onChange={colourBy}
      />
      <Choice
        heading={text.look.size}
        usual={{ name: text.look.usualSize, meaning: text.look.meanings.size }}
        measures={[...SIZE_MEASURES, ...properties]}
        value={size}
        onChange={sizeBy}
      />
      <p className={styles.note}>{text.look.ofShown}</p>
    </div>
  );
}

interface ChoiceProps {
  heading: string;
  usual: { name: string; meaning: string };
  measures: readonly MeasureName[];
  value: MeasureName | null;
  onChange(measure: MeasureName | null): void;
}

/** The usual is written as an empty value: no measure has an empty name. */
const USUAL = '';

function Choice({ heading, usual, measures, value, onChange }: ChoiceProps) {
  return (
    <Radio.Group
      label={heading}
      value={value ?? USUAL}
      onChange={(next) => onChange(next === USUAL ? null : next)}
      classNames={{ label: styles.heading ?? '' }}
    >
      <div className={styles.choices}>
        <Radio size="xs" value={USUAL} label={usual.name} description={usual.meaning} />
        {measures.map((measure) => (
          <Radio
            key={measure}
            size="xs"
            value={measure}
            label={nameOfMeasure(measure)}
            description={meaningOfMeasure(measure)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
