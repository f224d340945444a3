interface Rows {
  width: number;
  rows: number;
  /** Between two entries. */
  between: number;
  /** What the button takes that stands for those left out. */
  button: number;
}

/** How many entries of these widths fit into rows; where not all do, a button has room after them. */
export function entriesInRows(widths: readonly number[], room: Rows): number {
  let fitting = 0;
  let row = 1;
  let used = 0;
  for (const [index, width] of widths.entries()) {
    const wraps = used > 0 && used + room.between + width > room.width;
    if (wraps) row += 1;
    used = wraps ? width : used + (used > 0 ? room.between : 0) + width;
    if (row > room.rows) return Math.max(1, fitting);
    const isLastRow = row === room.rows;
    if (!isLastRow || used + room.between + room.button <= room.width) fitting = index + 1;
  }
  return widths.length;
}
