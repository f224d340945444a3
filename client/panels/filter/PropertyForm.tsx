import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatCount } from '../../look/words.ts';
import { type Distribution, distributionOf } from '../../workspace/distribution.ts';
import { type PropertyFilter, type PropertyRule, passesFilter } from '../../workspace/property-filter.ts';
import { propertyOf } from '../../workspace/property-value.ts';
import { timeBars } from '../../workspace/time-bars.ts';
import type { PropertyOwner } from '../../workspace/workspace-content.ts';
import { clearPropertyFilter, filterProperty } from '../acts/filter-properties.ts';
import { DatesBrush } from '../brush/DatesBrush.tsx';
import { NumbersBrush } from '../brush/NumbersBrush.tsx';
import { plainValue } from '../details/plain-value.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import styles from './filter.module.css';

const NO_FILTER: PropertyFilter = { rule: null, hidesMissing: false };

/** How the values of one property spread, and which of them are shown. */
export function PropertyForm({ owner, property }: { owner: PropertyOwner; property: string }) {
  const things = useWorkspace((state) => state.content[owner]);
  const filter = useWorkspace((state) => state.content.filters.properties[owner].get(property)) ?? NO_FILTER;
  const values = useMemo(
    () => [...things.values()].map((thing) => propertyOf(thing, property)),
    [things, property],
  );
  const distribution = useMemo(() => distributionOf(values), [values]);
  const hidden = useMemo(
    () => values.filter((value) => !passesFilter(filter, value)).length,
    [values, filter],
  );
  return (
    <div className={styles.form}>
      <Values
        property={property}
        distribution={distribution}
        rule={filter.rule}
        onChange={(rule, settled) => filterProperty(owner, property, { ...filter, rule }, settled)}
      />
      {distribution.missing > 0 && (
        <Checkbox
          size="xs"
          checked={!filter.hidesMissing}
          label={text.properties.missing[owner](distribution.missing)}
          onChange={(event) =>
            filterProperty(owner, property, { ...filter, hidesMissing: !event.currentTarget.checked })
          }
        />
      )}
      {hidden > 0 && (
        <div className={styles.hidden}>
          <span>{text.properties.hidden[owner](hidden)}</span>
          <Button variant="default" size="compact-xs" onClick={() => clearPropertyFilter(owner, property)}>
            {text.properties.clear}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ValuesProps {
  property: string;
  distribution: Distribution;
  rule: PropertyRule | null;
  onChange(rule: PropertyRule | null, settled: boolean): void;
}

/** The control that fits the values; a rule of another kind is replaced by the first change. */
function Values({ property, distribution, rule, onChange }: ValuesProps) {
  const time = useMemo(
    () => (distribution.kind === 'dates' ? timeBars(distribution.spans) : null),
    [distribution],
  );
  switch (distribution.kind) {
    case 'numbers':
      return (
        <NumbersBrush
          property={property}
          bars={distribution.bars}
          rule={rule?.kind === 'numbers' ? rule : null}
          onChange={onChange}
        />
      );
    case 'dates':
      return (
        time && (
          <DatesBrush
            words={{ from: text.properties.fromDate(property), to: text.properties.toDate(property) }}
            bars={time.bars}
            unit={time.unit}
            height={64}
            rule={rule?.kind === 'dates' ? rule : null}
            onChange={onChange}
          />
        )
      );
    case 'names': {
      const hidden = rule?.kind === 'names' ? rule.hidden : [];
      const most = Math.max(1, ...distribution.names.map(({ count }) => count));
      return distribution.names.map(({ name, count }) => (
        <div key={name} className={styles.value}>
          <span className={styles.valueBar} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
          <Checkbox
            size="xs"
            checked={!hidden.includes(name)}
            label={plainValue(name)}
            onChange={(event) =>
              onChange(
                {
                  kind: 'names',
                  hidden: event.currentTarget.checked
                    ? hidden.filter((each) => each !== name)
                    : [...hidden, name],
                },
                true,
              )
            }
          />
          <span className={styles.count}>{formatCount(count)}</span>
        </div>
      ));
    }
    case 'text':
      return (
        <WordsField
          distinct={distribution.distinct}
          contains={rule?.kind === 'text' ? rule.contains : ''}
          onChange={(contains, settled) =>
            onChange(contains.trim() === '' ? null : { kind: 'text', contains }, settled)
          }
        />
      );
  }
}

interface WordsFieldProps {
  distinct: number;
  contains: string;
  onChange(contains: string, settled: boolean): void;
}

/** What is typed stands in the field at once; on large graphs it takes effect when the field is left. */
function WordsField({ distinct, contains, onChange }: WordsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed !== null) onChange(typed, true);
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      label={text.properties.contains}
      description={text.properties.distinct(distinct)}
      value={typed ?? contains}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value, false);
      }}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      onBlur={settle}
    />
  );
}
