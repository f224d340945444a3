import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import styles from './table.module.css';
import type { TableColumn } from './table-columns.ts';
import { type TableName, useTables } from './table-store.ts';

interface Props {
  name: TableName;
  columns: readonly TableColumn[];
  focusedColumn: number | null;
  ref: Ref<HTMLTableSectionElement>;
}

/** The names of the columns, by which the rows are sorted, and when wanted a field for each to filter by. */
export function TableHead({ name, columns, focusedColumn, ref }: Props) {
  const { sort, filtersOpen, columnWords } = useTables((tables) => tables[name]);
  const arrange = useTables((tables) => tables.arrange);
  const cell = (column: number) => ({
    'data-cell': `-1:${column}`,
    tabIndex: focusedColumn === column ? 0 : -1,
    'aria-colindex': column + 1,
  });
  return (
    <thead ref={ref} className={styles.head}>
      <tr aria-rowindex={1}>
        <th {...cell(0)} className={styles.choose}>
          <span className={styles.unseen}>{text.table.chooseColumn}</span>
        </th>
        {columns.map((column, index) => {
          const sorted = sort?.column === column.id ? sort : null;
          const Arrow = sorted?.downwards ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={column.id}
              {...cell(index + 1)}
              aria-sort={sorted ? (sorted.downwards ? 'descending' : 'ascending') : 'none'}
              className={styles.heading}
              data-number={column.isNumber || undefined}
              onClick={() => sortBy(name, column)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                sortBy(name, column);
              }}
            >
              <span className={styles.headingLine}>
                <span className={styles.headingText} title={column.heading}>
                  {column.heading}
                </span>
                {sorted && <Arrow size={14} aria-hidden />}
              </span>
            </th>
          );
        })}
      </tr>
      {filtersOpen && (
        <tr>
          <td className={styles.choose} />
          {columns.map((column) => (
            <td key={column.id} className={styles.filter}>
              <input
                type="text"
                value={columnWords.get(column.id) ?? ''}
                aria-label={text.table.filterOf(column.heading)}
                placeholder={column.isNumber ? text.table.numberHint : text.table.filterHint}
                onChange={(event) =>
                  arrange(name, {
                    columnWords: new Map(columnWords).set(column.id, event.currentTarget.value),
                  })
                }
              />
            </td>
          ))}
        </tr>
      )}
    </thead>
  );
}

/** Up, down, and as they came: numbers begin with the largest. */
function sortBy(name: TableName, column: TableColumn): void {
  const tables = useTables.getState();
  const { sort } = tables[name];
  const first = column.isNumber;
  const next =
    sort?.column !== column.id
      ? { column: column.id, downwards: first }
      : sort.downwards === first
        ? { column: column.id, downwards: !first }
        : null;
  tables.arrange(name, { sort: next });
  if (next) useScreen.getState().announce(text.table.sortedBy(column.heading, next.downwards));
}
