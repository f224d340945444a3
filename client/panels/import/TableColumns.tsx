import { Checkbox, NativeSelect } from '@mantine/core';
import type {
  ColumnRole,
  TableChoice,
  TableChoices,
  TableGuess,
  TableKind,
} from '../../../server/contract/imports.ts';
import { text } from '../text.ts';
import styles from './import.module.css';

const ROLES: Record<TableKind, readonly ColumnRole[]> = {
  nodes: ['id', 'caption', 'labels', 'property', 'ignore'],
  relationships: ['source', 'target', 'type', 'id', 'direction', 'property', 'ignore'],
};

interface Props {
  guesses: readonly TableGuess[];
  choices: TableChoices;
  onChange(choices: TableChoices): void;
}

/** What each column of the tables was taken for, to be put right. */
export function TableColumns({ guesses, choices, onChange }: Props) {
  const change = (file: string, choice: TableChoice) => onChange({ ...choices, [file]: choice });
  return guesses.map((guess) => {
    const { file, kind, header, columns } = guess;
    const choice = choices[file] ?? {};
    return (
      <section key={file} className={styles.table}>
        <h3 className={styles.head}>{text.import.table(file)}</h3>
        <div className={styles.tableHead}>
          <NativeSelect
            aria-label={text.import.holds(file)}
            value={kind}
            data={[
              { value: 'nodes', label: text.import.kinds.nodes },
              { value: 'relationships', label: text.import.kinds.relationships },
            ]}
            onChange={(event) => {
              const isNodes = event.currentTarget.value === 'nodes';
              change(file, { ...choice, kind: isNodes ? 'nodes' : 'relationships', columns: {} });
            }}
          />
          <Checkbox
            label={text.import.header}
            checked={header}
            onChange={(event) =>
              change(file, { ...choice, header: event.currentTarget.checked, columns: {} })
            }
          />
        </div>
        <ul className={styles.columns}>
          {columns.map(({ name, role, samples }) => (
            <li key={name} className={styles.column}>
              <span className={styles.columnName}>
                {name}
                <span className={styles.samples}>{samples.join(' · ')}</span>
              </span>
              <NativeSelect
                aria-label={text.import.column(name)}
                value={role}
                data={ROLES[kind].map((value) => ({ value, label: text.import.roles[value] }))}
                onChange={(event) => {
                  const chosen = ROLES[kind].find((each) => each === event.currentTarget.value) ?? 'property';
                  change(file, { ...choice, columns: { ...choice.columns, [name]: chosen } });
                }}
              />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
