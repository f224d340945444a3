import { memo } from 'react';
import { text } from '../text.ts';
import styles from './table.module.css';
import { cellText, type TableColumn, type TableRow } from './table-columns.ts';

export interface RowActs {
  onSelect(row: TableRow): void;
  /** One row in or out. */
  onToggle(row: TableRow): void;
  /** All rows from the one that was chosen last to this one. */
  onReach(row: TableRow): void;
}

interface Props extends RowActs {
  row: TableRow;
  index: number;
  columns: readonly TableColumn[];
  selected: boolean;
  chosen: boolean;
  focusedColumn: number | null;
}

/** One row of a table. */
export const TableLine = memo(function TableLine(props: Props) {
  const { row, index, columns, selected, chosen, focusedColumn, onSelect, onToggle, onReach } = props;
  const cell = (column: number) => ({
    'data-cell': `${index}:${column}`,
    tabIndex: focusedColumn === column ? 0 : -1,
    'aria-colindex': column + 1,
  });
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected || chosen}
      className={styles.row}
      data-selected={selected || undefined}
      data-chosen={chosen || undefined}
      data-hidden={row.hidden || undefined}
      data-row={row.id}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      onClick={(event) => {
        if (event.shiftKey) onReach(row);
        else if (event.ctrlKey || event.metaKey) onToggle(row);
        else onSelect(row);
      }}
    >
      <td {...cell(0)} className={styles.choose}>
        <label className={styles.chooseLabel}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={chosen}
            aria-label={text.table.choose(row.name)}
            onClick={(event) => event.stopPropagation()}
            onChange={() => onToggle(row)}
          />
        </label>
      </td>
      {columns.map((column, place) => {
        const words = cellText(column, row);
        return (
          <td
            key={column.id}
            {...cell(place + 1)}
            className={styles.cell}
            data-number={column.isNumber || undefined}
            title={words.length > 18 ? words : undefined}
          >
            {words}
            {row.hidden && place === 0 && <span className={styles.hidden}>{text.table.isHidden}</span>}
          </td>
        );
      })}
    </tr>
  );
});
