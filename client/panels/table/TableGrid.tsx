import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { text } from '../text.ts';
import { type GridPlace, placeAfterKey } from './grid-keys.ts';
import { TableHead } from './TableHead.tsx';
import { type RowActs, TableLine } from './TableLine.tsx';
import styles from './table.module.css';
import type { TableColumn, TableRow } from './table-columns.ts';
import type { TableName } from './table-store.ts';

export const ROW_HEIGHT = 30;
export const CHOOSE_WIDTH = 36;
const OVERSCAN = 8;

interface Props extends RowActs {
  name: TableName;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  selectedId: string | null;
  chosen: ReadonlySet<string>;
  /** What the rows are sorted and filtered by; when it changes the first row is shown. */
  order: unknown;
}

/** The rows that are in view, as a grid that arrow keys walk through. */
export function TableGrid({ name, columns, rows, selectedId, chosen, order, ...acts }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 1 });
  const wantsFocus = useRef(false);
  const at: GridPlace = {
    row: Math.min(place.row, rows.length - 1),
    column: Math.min(place.column, columns.length),
  };
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollPaddingEnd: head.current?.offsetHeight ?? ROW_HEIGHT,
    // The row that has the focus stays, however far it is scrolled away.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      return at.row < 0 || seen.includes(at.row) ? seen : [...seen, at.row].sort((a, b) => a - b);
    },
  });

  const lastOrder = useRef(order);
  useEffect(() => {
    if (order !== lastOrder.current) virtualizer.scrollToOffset(0);
    lastOrder.current = order;
  }, [order, virtualizer]);

  // What is selected elsewhere is brought into view here.
  const selectedIndex = selectedId === null ? -1 : rows.findIndex(({ id }) => id === selectedId);
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, virtualizer]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${at.row}:${at.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const control = event.ctrlKey || event.metaKey;
    const next = placeAfterKey(event.key, control, at, {
      rows: rows.length,
      columns: columns.length + 1,
      page,
    });
    if (next) {
      event.preventDefault();
      setPlace(next);
      wantsFocus.current = true;
      if (next.row >= 0) virtualizer.scrollToIndex(next.row, { align: 'auto' });
      const row = rows[next.row];
      if (event.shiftKey && row && next.row !== at.row) acts.onReach(row);
      return;
    }
    const row = rows[at.row];
    if (!row || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    if (event.key === ' ') acts.onToggle(row);
    else acts.onSelect(row);
  };

  const items = virtualizer.getVirtualItems();
  const lines = items.flatMap(({ index, start }, place) => {
    const row = rows[index];
    return row ? [{ row, index, gap: start - (items[place - 1]?.end ?? 0) }] : [];
  });
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = CHOOSE_WIDTH + columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that keys walk through is a grid
        role="grid"
        className={styles.grid}
        style={{ width: `max(100%, ${width}px)` }}
        aria-label={text.table.name[name]}
        aria-description={text.table.keys}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const [row, column] = (event.target.getAttribute('data-cell') ?? '').split(':').map(Number);
          if (row !== undefined && column !== undefined && !Number.isNaN(row)) setPlace({ row, column });
        }}
      >
        <colgroup>
          <col style={{ width: CHOOSE_WIDTH }} />
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <TableHead ref={head} name={name} columns={columns} focusedColumn={at.row < 0 ? at.column : null} />
        <tbody>
          {lines.map(({ row, index, gap }) => (
            <Fragment key={row.id}>
              {gap > 0 && <Gap height={gap} />}
              <TableLine
                row={row}
                index={index}
                columns={columns}
                selected={row.id === selectedId}
                chosen={chosen.has(row.id)}
                focusedColumn={index === at.row ? at.column : null}
                {...acts}
              />
            </Fragment>
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </div>
  );
}

/** Room of rows that are not in view. */
function Gap({ height }: { height: number }) {
  return <tr aria-hidden style={{ height }} />;
}
