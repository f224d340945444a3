import { Checkbox, CloseButton, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PATH_STATUSES } from '../../../server/contract/paths.ts';
import { schemaQuery } from '../../api/queries.ts';
import { formatCount, plainType } from '../../look/words.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { KindIcon } from '../marks/KindIcon.tsx';
import { text } from '../text.ts';
import { countOptions, type DraftQuestion, MOST_LINKS } from './draft-question.ts';
import { NodeField } from './NodeField.tsx';
import styles from './paths.module.css';

interface Props {
  draft: DraftQuestion;
  change(part: Partial<DraftQuestion>): void;
}

/** What may narrow or widen a path question; folded until wanted. */
export function PathOptions({ draft, change }: Props) {
  const schema = useQuery(schemaQuery);
  const set = countOptions(draft);
  const types = schema.data?.types ?? [];
  const statuses = new Set(schema.data?.statuses.map(({ status }) => status));
  return (
    <details className={styles.options}>
      <summary>
        {text.paths.options}
        {set > 0 && <span className={styles.set}>{text.paths.optionsSet(set)}</span>}
      </summary>
      <div className={styles.optionFields}>
        <NativeSelect
          label={text.paths.mode}
          value={draft.mode}
          data={Object.entries(text.paths.modes).map(([value, label]) => ({ value, label }))}
          onChange={(event) => change({ mode: event.currentTarget.value as DraftQuestion['mode'] })}
        />
        <NumberInput
          label={text.paths.maxLength}
          value={draft.maxLength}
          min={1}
          max={MOST_LINKS}
          clampBehavior="strict"
          allowDecimal={false}
          onChange={(value) => typeof value === 'number' && value >= 1 && change({ maxLength: value })}
        />
        <NativeSelect
          label={text.paths.direction}
          value={draft.direction}
          data={Object.entries(text.paths.directions).map(([value, label]) => ({ value, label }))}
          onChange={(event) => change({ direction: event.currentTarget.value as DraftQuestion['direction'] })}
        />
        {(statuses.size > 0 || schema.isPending) && (
          <Checkbox.Group
            label={text.paths.statuses}
            value={[...draft.statuses]}
            onChange={(value) =>
              change({ statuses: PATH_STATUSES.filter((status) => value.includes(status)) })
            }
          >
            <div className={styles.checks}>
              {PATH_STATUSES.map((status) => (
                <Checkbox key={status} size="xs" value={status} label={text.paths.pathStatuses[status]} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <MultiSelect
          label={text.paths.types}
          placeholder={draft.types.length === 0 ? text.paths.typesPlaceholder : ''}
          searchable
          clearable
          data={types.map(({ type, count }) => ({
            value: type,
            label: `${plainType(type)} (${formatCount(count)})`,
          }))}
          value={[...draft.types]}
          onChange={(value) => change({ types: value })}
          comboboxProps={{ shadow: 'md' }}
        />
        <div>
          <NodeField
            label={text.paths.avoid}
            placeholder={text.paths.avoidPlaceholder}
            value={null}
            collects
            onChange={(node) => {
              if (node && !draft.avoid.some(({ id }) => id === node.id))
                change({ avoid: [...draft.avoid, node] });
            }}
          />
          {draft.avoid.length > 0 && (
            <ul className={styles.avoided}>
              {draft.avoid.map((node) => (
                <li key={node.id}>
                  <KindIcon label={kindOfNode(node)} />
                  {node.caption}
                  <CloseButton
                    size="sm"
                    aria-label={text.paths.removeAvoid(node.caption)}
                    onClick={() => change({ avoid: draft.avoid.filter(({ id }) => id !== node.id) })}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </details>
  );
}
