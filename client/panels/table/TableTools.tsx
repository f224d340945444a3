import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconColumns3, IconCopy, IconFilter, IconSearch } from '@tabler/icons-react';
import { text } from '../text.ts';
import styles from './table.module.css';
import type { TableData } from './table-rows.ts';
import { type TableName, useTables } from './table-store.ts';

interface Props {
  name: TableName;
  data: TableData;
  /** Rows that pass the filters, and rows there are to be filtered. */
  count: number;
  listed: number;
  chosenCount: number;
  onCopy(): void;
  onClearChosen(): void;
}

/** Above the rows: what is searched for, which columns, how many rows, and taking them away. */
export function TableTools({ name, data, count, listed, chosenCount, onCopy, onClearChosen }: Props) {
  const { words, filtersOpen, listsHidden } = useTables((tables) => tables[name]);
  const arrange = useTables((tables) => tables.arrange);
  const hiddenCount = data.rows.filter(({ hidden }) => hidden).length;
  return (
    <div className={styles.tools}>
      <TextInput
        size="xs"
        className={styles.find}
        aria-label={text.table.find}
        placeholder={text.table.find}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={words}
        onChange={(event) => arrange(name, { words: event.currentTarget.value })}
      />
      <Button
        variant={filtersOpen ? 'light' : 'default'}
        aria-pressed={filtersOpen}
        leftSection={<IconFilter size={14} aria-hidden />}
        onClick={() =>
          arrange(name, { filtersOpen: !filtersOpen, ...(filtersOpen ? { columnWords: new Map() } : {}) })
        }
      >
        {text.table.filters}
      </Button>
      <ColumnChoice name={name} data={data} />
      <Button
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        disabled={count === 0}
        onClick={onCopy}
      >
        {text.table.copy(chosenCount)}
      </Button>
      {chosenCount > 0 && (
        <Button variant="subtle" onClick={onClearChosen}>
          {text.table.clearChosen}
        </Button>
      )}
      {(hiddenCount > 0 || listsHidden) && (
        <Checkbox
          size="xs"
          checked={listsHidden}
          label={text.table.hidden(hiddenCount)}
          onChange={(event) => arrange(name, { listsHidden: event.currentTarget.checked })}
        />
      )}
      <span className={styles.count}>{text.table.rows(name, count, listed)}</span>
    </div>
  );
}

function ColumnChoice({ name, data }: { name: TableName; data: TableData }) {
  const chosen = useTables((tables) => tables[name].shown);
  const arrange = useTables((tables) => tables.arrange);
  const shown = chosen ?? new Set(data.usual);
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    if (next.size > 0) arrange(name, { shown: next });
  };
  return (
    <Popover position="top-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={14} aria-hidden />}>
          {text.table.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={text.table.columns}>
        <div className={styles.columns}>
          {data.columns.map(({ id, heading }) => (
            <Checkbox
              key={id}
              size="xs"
              label={heading}
              checked={shown.has(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </div>
        <Button variant="subtle" disabled={chosen === null} onClick={() => arrange(name, { shown: null })}>
          {text.table.usualColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
