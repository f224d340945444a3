import type { TableChoices } from '../contract/imports.ts';
import { type CsvRow, textOfCell } from './csv-rows.ts';
import { guessColumns } from './guess-columns.ts';
import type { KnownTable } from './read-table.ts';

/** The columns that APOC (`apoc.export.csv`) always has: nodes and relationships stand in one table. */
const APOC = ['_id', '_labels', '_start', '_end', '_type'];

/** The table as one of nodes and one of relationships, where APOC wrote it; else the table itself. */
export function withoutApocShape(table: KnownTable, choices: TableChoices): KnownTable[] {
  const names = table.rows[0]?.cells.map(textOfCell) ?? [];
  if (!APOC.every((name) => names.includes(name))) return [table];
  const width = names.length;
  const at = names.indexOf('_start');
  const filled = (row: CsvRow, name: string) => textOfCell(row.cells[names.indexOf(name)] ?? '') !== '';
  for (const row of table.rows.slice(1)) {
    if (row.cells.length !== width) {
      table.problems.add(`has cells: ${row.cells.length}, but the first row has ${width}`, row);
    } else if (filled(row, '_id') === (filled(row, '_start') || filled(row, '_end'))) {
      table.problems.add('must be a node, with _id, or a relationship, with _start and _end', row);
    }
  }
  const part = (kind: 'nodes' | 'relationships', from: number, to: number): KnownTable => {
    const key = kind === 'nodes' ? '_id' : '_start';
    const rows = table.rows
      .filter((row, place) => place === 0 || filled(row, key))
      .map((row) => ({ ...row, cells: row.cells.slice(from, to) }));
    const file = `${table.file} (${kind})`;
    return { ...table, file, rows, shape: guessColumns(file, rows, { ...choices[file], kind }) };
  };
  return [part('nodes', 0, at), part('relationships', at, width)];
}
