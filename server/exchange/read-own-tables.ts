import { z } from 'zod';
import type { ImportFormat, TableGuess } from '../contract/imports.ts';
import { type CsvRow, readRows, textOfCell } from './csv-rows.ts';
import { wellFormed } from './csv-text.ts';
import { EXACT_NAME } from './exact-values.ts';
import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import type { ImportProblems } from './import-problems.ts';
import { OwnBuilder } from './own-builder.ts';
import { type OwnCell, type OwnElement, readOwnCells } from './own-cells.ts';
import { KINDS } from './plain-values.ts';
import type { TableFile } from './table-file.ts';

const columnSchema = z.object({ name: z.string(), property: z.string(), kind: z.enum([...KINDS, 'same']) });
const columnsSchema = z.object({ nodes: z.array(columnSchema), relationships: z.array(columnSchema) });
type OwnColumn = z.infer<typeof columnSchema>;

interface OwnTables {
  nodes: TableFile;
  relationships: TableFile;
  columns: z.infer<typeof columnsSchema>;
}

/** What lies beside tables to be read by people. */
export function isNote(name: string): boolean {
  return /^readme(\.(txt|md))?$/i.test(name);
}

/** The tables of a zip that Throughline wrote; undefined for any others. */
export function ownTables(files: readonly TableFile[]): OwnTables | undefined {
  const file = (name: string) => files.find((each) => each.name === name);
  const [nodes, relationships, told] = ['nodes.csv', 'relationships.csv', 'columns.json'].map(file);
  if (nodes === undefined || relationships === undefined || told === undefined) return undefined;
  try {
    const columns = columnsSchema.safeParse(JSON.parse(told.text));
    return columns.success ? { nodes, relationships, columns: columns.data } : undefined;
  } catch {
    return undefined;
  }
}

/** Reads these tables back to the graph that was written, value for value. */
export function readOwnTables(
  { nodes, relationships, columns }: OwnTables,
  builder: GraphBuilder,
  problems: ImportProblems,
): { format: ImportFormat; head: FileHead; tables: TableGuess[]; createMissing: boolean } {
  const own = new OwnBuilder(builder);
  eachRow(nodes, columns.nodes, builder, problems, (row, { text, element }) => {
    const [x, y] = [text('x'), text('y')];
    const at = x === undefined || y === undefined ? undefined : { x: Number(x), y: Number(y) };
    own.node(element, { id: text('id'), caption: text('caption'), at }, row);
  });
  eachRow(relationships, columns.relationships, builder, problems, (row, { text, element }) => {
    const [source, target] = [text('source') ?? '', text('target') ?? ''];
    own.edge(element, { id: text('id'), type: text('type'), source, target }, row);
  });
  return { format: 'csv', head: { writtenBy: 'Throughline' }, tables: [], createMissing: false };
}

interface OwnRow {
  /** The text of a cell by the name of its column; undefined for an empty one. */
  text(name: string): string | undefined;
  element: OwnElement;
}

function eachRow(
  file: TableFile,
  columns: readonly OwnColumn[],
  builder: GraphBuilder,
  allProblems: ImportProblems,
  take: (row: CsvRow, read: OwnRow) => void,
): void {
  const problems = allProblems.ofFile(file.name);
  builder.in(problems);
  const [head, ...rows] = readRows(file.text.replace(/^\uFEFF/, ''), ',', problems);
  const names = head?.cells.map((cell) => plain(textOfCell(cell))) ?? [];
  const known = new Map(columns.map((column) => [column.name, column]));
  const repeatsId = columns.some(({ kind }) => kind === 'same');
  for (const row of rows) {
    if (row.cells.length !== names.length) {
      problems.add(`has cells: ${row.cells.length}, but the first row has ${names.length}`, row);
      continue;
    }
    const texts = new Map<string, string>();
    const cells: OwnCell[] = [];
    row.cells.forEach((cell, at) => {
      if (cell === '') return;
      const name = names[at] ?? '';
      const column = known.get(name);
      const text = plain(textOfCell(cell));
      texts.set(name, text);
      if (column) cells.push({ property: column.property, kind: column.kind, text });
      else if (name === EXACT_NAME) cells.push({ property: name, kind: 'exact', text });
      else if (name === 'labels') cells.push({ property: name, kind: 'labels', text });
    });
    take(row, {
      text: (name) => texts.get(name),
      element: readOwnCells({
        id: texts.get('id'),
        cells,
        repeatsId,
        clean: wellFormed,
        onProblem: (property, message) => problems.add(message, row, property),
      }),
    });
  }
}

/** Without the apostrophe that keeps spreadsheets from taking a text for a formula. */
function plain(text: string): string {
  return text.replace(/^'/, '');
}
