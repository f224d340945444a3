import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PATH_STATUSES } from '../../../server/contract/paths.ts';
import { schemaQuery } from '../../api/queries.ts';
import { text } from '../text.ts';
import { AvoidNodes } from './AvoidNodes.tsx';
import { CountField } from './CountField.tsx';
import { limitWords } from './describe-question.ts';
import { type DraftQuestion, MOST_LINKS, MOST_PATHS } from './draft-question.ts';
import { NameChoice } from './NameChoice.tsx';
import styles from './paths.module.css';
import type { ChangeDraft } from './paths-store.ts';
import { walkedNames } from './walked-names.ts';

interface Props {
  draft: DraftQuestion;
  change: ChangeDraft;
  errorOf(field: string): string | undefined;
}

const NO_NAMES = { types: [], labels: [] };
const FIELDS = [
  'k',
  'maxLength',
  'types',
  'avoidTypes',
  'labels',
  'avoidLabels',
  'avoid',
  'statuses',
  'asOf',
];

/** What may narrow or widen a path question; folded until wanted, its state told in words. */
export function PathOptions({ draft, change, errorOf }: Props) {
  const schema = useQuery(schemaQuery);
  const [open, setOpen] = useState(false);
  const { types, labels } = schema.data === undefined ? NO_NAMES : walkedNames(schema.data);
  const statuses = new Set(schema.data?.statuses.map(({ status }) => status));
  const isWrong = FIELDS.some((field) => errorOf(field) !== undefined);
  return (
    <details
      className={styles.options}
      open={open || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{text.paths.options}</span>
        <span className={styles.set}>{stateOf(draft)}</span>
      </summary>
      <div className={styles.optionFields}>
        <div className={styles.pair}>
          <NativeSelect
            label={text.paths.mode}
            value={draft.mode}
            data={Object.entries(text.paths.modes).map(([value, label]) => ({ value, label }))}
            onChange={(event) => change({ mode: event.currentTarget.value as DraftQuestion['mode'] })}
          />
          {draft.mode === 'k-shortest' && (
            <CountField
              label={text.paths.k}
              value={draft.k}
              most={MOST_PATHS}
              error={errorOf('k')}
              onChange={(k) => change({ k })}
            />
          )}
        </div>
        <CountField
          label={text.paths.maxLength}
          value={draft.maxLength}
          most={MOST_LINKS}
          error={errorOf('maxLength')}
          onChange={(maxLength) => change({ maxLength })}
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
            error={errorOf('statuses')}
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
        {(['types', 'avoidTypes', 'labels', 'avoidLabels'] as const).map((field) => (
          <NameChoice
            key={field}
            label={text.paths[field]}
            placeholder={PLACEHOLDERS[field]}
            names={field === 'types' || field === 'avoidTypes' ? types : labels}
            value={draft[field]}
            error={errorOf(field)}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
        <AvoidNodes
          avoid={draft.avoid}
          error={errorOf('avoid')}
          onAdd={(node) =>
            change(({ avoid }) => ({ avoid: [...avoid.filter(({ id }) => id !== node.id), node] }))
          }
          onRemove={(id) => change({ avoid: draft.avoid.filter((node) => node.id !== id) })}
        />
        <TextInput
          label={text.paths.asOf}
          description={text.paths.asOfHint}
          value={draft.asOf}
          error={errorOf('asOf')}
          onChange={(event) => change({ asOf: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}

const PLACEHOLDERS = {
  types: text.paths.typesPlaceholder,
  avoidTypes: text.paths.nonePlaceholder,
  labels: text.paths.labelsPlaceholder,
  avoidLabels: text.paths.nonePlaceholder,
} as const;

/** The options as one line: "one shortest path, up to 6 links, either way, without background links". */
function stateOf(draft: DraftQuestion): string {
  const names = new Map(draft.avoid.map((node) => [node.id, node.caption]));
  const limits = {
    ...draft,
    types: [...draft.types],
    avoidTypes: [...draft.avoidTypes],
    labels: [...draft.labels],
    avoidLabels: [...draft.avoidLabels],
    statuses: [...draft.statuses],
    avoid: draft.avoid.map(({ id }) => id),
  };
  return limitWords(limits, (id) => names.get(id) ?? id).join(', ');
}
