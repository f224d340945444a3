import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { copyRows } from './copy-rows.ts';
import { TableGrid } from './TableGrid.tsx';
import { TableTools } from './TableTools.tsx';
import styles from './table.module.css';
import type { TableRow } from './table-columns.ts';
import type { TableData } from './table-rows.ts';
import { type TableName, useTables } from './table-store.ts';
import { useTableModel } from './use-table-model.ts';

interface Props {
  name: TableName;
  data: TableData;
  selectedId: string | null;
  /** Ids of the rows chosen together. */
  chosen: ReadonlySet<string>;
  onSelect(id: string): void;
  /** Takes these as what is chosen, in this order. */
  onChoose(ids: readonly string[]): void;
}

/** How long typing rests before the number of rows is said. */
const QUIET_MS = 400;

/** A table of nodes or of links: tools above, rows below, in step with what is selected and chosen on the canvas. */
export function DataTable({ name, data, selectedId, chosen, onSelect, onChoose }: Props) {
  const arrangement = useTables((tables) => tables[name]);
  const arrange = useTables((tables) => tables.arrange);
  const announce = useScreen((screen) => screen.announce);
  const { columns, rows, listed } = useTableModel(data, arrangement);
  const latest = useRef({ rows, chosen, onChoose, onSelect });
  latest.current = { rows, chosen, onChoose, onSelect };
  const anchor = useRef<string | null>(null);

  const [said] = useDebouncedValue(text.table.rows(name, rows.length, listed), QUIET_MS);
  useEffect(() => announce(said), [said, announce]);

  const select = useCallback((row: TableRow) => {
    anchor.current = row.id;
    latest.current.onSelect(row.id);
  }, []);
  const toggle = useCallback((row: TableRow) => {
    anchor.current = row.id;
    const before = [...latest.current.chosen];
    const isIn = latest.current.chosen.has(row.id);
    latest.current.onChoose(isIn ? before.filter((id) => id !== row.id) : [...before, row.id]);
  }, []);
  const reach = useCallback((row: TableRow) => {
    const { rows } = latest.current;
    const to = rows.indexOf(row);
    const from = anchor.current === null ? -1 : rows.findIndex(({ id }) => id === anchor.current);
    const reached = from < 0 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    const range = reached.map(({ id }) => id);
    if (from < 0) anchor.current = row.id;
    latest.current.onChoose([...new Set([...latest.current.chosen, ...range])]);
  }, []);

  const chosenRows = useMemo(
    () => (chosen.size === 0 ? [] : data.rows.filter(({ id }) => chosen.has(id))),
    [data.rows, chosen],
  );
  return (
    <div className={styles.table}>
      <TableTools
        name={name}
        data={data}
        count={rows.length}
        listed={listed}
        chosenCount={chosenRows.length}
        onCopy={() => copyRows(columns, chosenRows.length > 0 ? chosenRows : rows)}
        onClearChosen={() => onChoose([])}
      />
      {rows.length === 0 && (
        <p className={styles.none}>
          {listed === 0 ? text.table.empty[name] : text.table.noneMatch}
          {listed > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => arrange(name, { words: '', columnWords: new Map() })}
            >
              {text.table.clearFilters}
            </Button>
          )}
        </p>
      )}
      <TableGrid
        name={name}
        columns={columns}
        rows={rows}
        selectedId={selectedId}
        chosen={chosen}
        order={arrangement.sort}
        onSelect={select}
        onToggle={toggle}
        onReach={reach}
      />
    </div>
  );
}
