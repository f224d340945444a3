import type { PropertyValue } from '../contract/graph.ts';
import type { ColumnRole, TableGuess } from '../contract/imports.ts';
import { type Cell, type CsvRow, type Delimiter, QuotedCell, textOfCell } from './csv-rows.ts';
import { addFree, type Direction, type GraphBuilder } from './graph-builder.ts';
import { isNumber, type TableShape } from './guess-columns.ts';
import { found, type ImportProblems } from './import-problems.ts';
import { jsonList, readLabels } from './read-list.ts';
import { readValue } from './read-value.ts';

/** A table whose columns are known. */
export interface KnownTable {
  file: string;
  rows: readonly CsvRow[];
  shape: TableShape;
  delimiter: Delimiter;
  encoding: string;
  problems: ImportProblems;
}

type ColumnValues = 'text' | 'integer' | 'number' | 'boolean' | 'list';

const DIRECTIONS: Record<string, Direction> = {
  directed: 'directed',
  true: 'directed',
  undirected: 'undirected',
  false: 'undirected',
  mutual: 'mutual',
  both: 'mutual',
};

/**
 * Reads the rows of a table as nodes or relationships. A column whose cells are all whole numbers, numbers, true or
 * false, or JSON lists holds these, any other holds texts; a number with leading zeros is a text. An empty cell says
 * nothing, `""` is an empty text.
 */
export function readTable(table: KnownTable, builder: GraphBuilder): TableGuess {
  const { file, rows, shape, delimiter, encoding, problems } = table;
  const { names, roles, kind, header } = shape;
  const data = header ? rows.slice(1) : rows;
  checkRoles(table);
  builder.in(problems);
  for (const note of shape.notes) builder.note(`${file}: ${note}`);
  const types = names.map((_, at) => (roles[at] === 'property' ? typeOf(data, at) : 'text'));
  for (const row of data) {
    if (row.cells.length !== names.length) {
      problems.add(
        `has cells: ${row.cells.length}, but the first row has ${names.length}; is the delimiter ${found(delimiter)}?`,
        row,
      );
      continue;
    }
    if (kind === 'nodes') nodeOf(row, shape, types, builder);
    else relationshipOf(row, table, types, builder);
  }
  return {
    file,
    kind,
    header,
    delimiter,
    encoding,
    columns: names.map((name, at) => ({
      name,
      role: roles[at] ?? 'property',
      type: types[at] ?? 'text',
      samples: samplesOf(data, at),
    })),
  };
}

function checkRoles({ shape: { kind, roles, names }, problems }: KnownTable): void {
  const wanted: ColumnRole[] = kind === 'nodes' ? ['id'] : ['source', 'target'];
  for (const role of wanted) {
    const count = roles.filter((given) => given === role).length;
    if (count === 1) continue;
    if (role === 'id' && count === 0) continue;
    problems.add(
      count === 0
        ? `no column is the ${role}; columns are: ${names.slice(0, 20).map(found).join(', ')}`
        : `${count} columns are the ${role}; one can be`,
      { line: 1 },
      role,
    );
  }
}

function nodeOf(
  row: CsvRow,
  { names, roles }: TableShape,
  types: readonly ColumnValues[],
  builder: GraphBuilder,
) {
  const labels: string[] = [];
  let id: string | undefined;
  let caption: string | undefined;
  const properties = new Map<string, PropertyValue>();
  row.cells.forEach((cell, at) => {
    const text = textOfCell(cell);
    const role = roles[at];
    if (role === 'id') id = text;
    else if (role === 'labels') labels.push(...readLabels(text));
    else if (role === 'caption') caption = text === '' ? undefined : text;
    else if (role !== 'ignore') setProperty(properties, names[at] ?? '', cell, types[at] ?? 'text');
  });
  builder.node({ id, labels, caption, properties }, row);
}

function relationshipOf(
  row: CsvRow,
  table: KnownTable,
  types: readonly ColumnValues[],
  builder: GraphBuilder,
) {
  const { shape, problems } = table;
  const ends: { source?: string; target?: string } = {};
  let [id, type]: (string | undefined)[] = [];
  let direction: Direction = 'directed';
  const properties = new Map<string, PropertyValue>();
  row.cells.forEach((cell, at) => {
    const text = textOfCell(cell);
    const name = shape.names[at] ?? '';
    const role = shape.roles[at];
    if (role === 'source' || role === 'target') {
      if (text.trim() === '') problems.add('is empty; it must name a node', row, name);
      else ends[role] = text;
    } else if (role === 'id') id = text === '' ? undefined : text;
    else if (role === 'type') type = text === '' ? undefined : text;
    else if (role === 'direction') {
      const key = text.trim().toLowerCase();
      const known = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
      if (known === undefined && key !== '') {
        problems.add(`${found(text)} is no direction; allowed: Directed, Undirected, Mutual`, row, name);
      }
      direction = known ?? 'directed';
    } else if (role !== 'ignore') setProperty(properties, name, cell, types[at] ?? 'text');
  });
  const { source, target } = ends;
  if (source !== undefined && target !== undefined) {
    builder.edge({ id, type, source, target, direction, properties }, row);
  }
}

function setProperty(
  properties: Map<string, PropertyValue>,
  name: string,
  cell: Cell,
  type: ColumnValues,
): void {
  const text = textOfCell(cell);
  if (text === '' && (typeof cell === 'string' || type !== 'text')) return;
  const list = type === 'list' ? jsonList(text.trim()) : undefined;
  const read = readValue(text, type === 'list' ? 'text' : type);
  addFree(properties, name, list ?? ('value' in read ? read.value : text));
}

/** What all cells of a column are; texts where they differ. Cells in quotes are texts, unless every cell is in quotes. */
function typeOf(data: readonly CsvRow[], at: number): ColumnValues {
  const all = data.map(({ cells }) => cells[at] ?? '');
  const cells = all.filter((cell) => textOfCell(cell) !== '');
  if (cells.length === 0) return 'text';
  const texts = cells.map(textOfCell);
  if (texts.every((text) => jsonList(text.trim()) !== undefined)) return 'list';
  const quoted = all.filter((cell) => cell instanceof QuotedCell).length;
  if (quoted > 0 && quoted < data.length) return 'text';
  if (texts.every((text) => /^(true|false)$/i.test(text))) return 'boolean';
  if (texts.every((text) => /^-?(0|[1-9]\d{0,18})$/.test(text) && 'value' in readValue(text, 'integer'))) {
    return 'integer';
  }
  const areNumbers = texts.every((text) => isNumber(text) && !/^[+-]?0\d/.test(text.trim()));
  return areNumbers && texts.every((text) => 'value' in readValue(text, 'number')) ? 'number' : 'text';
}

function samplesOf(data: readonly CsvRow[], at: number): string[] {
  const samples: string[] = [];
  for (const { cells } of data) {
    const text = textOfCell(cells[at] ?? '');
    if (text !== '' && !samples.includes(text)) samples.push([...text.slice(0, 80)].slice(0, 40).join(''));
    if (samples.length === 3) break;
  }
  return samples;
}
