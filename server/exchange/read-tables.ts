import type { ImportFormat, TableChoice, TableChoices, TableGuess } from '../contract/imports.ts';
import { withoutApocShape } from './apoc-table.ts';
import { type CsvRow, DELIMITERS, type Delimiter, guessDelimiter, readRows, textOfCell } from './csv-rows.ts';
import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { guessColumns, type TableShape } from './guess-columns.ts';
import type { ImportProblems } from './import-problems.ts';
import { neptuneAsNeo4j } from './neptune-header.ts';
import { type IdSpaces, isNeo4jHeader, readNeo4jTable } from './read-neo4j-table.ts';
import { isNote, ownTables, readOwnTables } from './read-own-tables.ts';
import { type KnownTable, readTable } from './read-table.ts';
import type { TableFile } from './table-file.ts';

/**
 * Reads tables that belong together: of nodes, of relationships, or both. Where no table has nodes, they are made of
 * the ends of the relationships; where one has, every end must be in it.
 */
export function readTables(
  files: readonly TableFile[],
  builder: GraphBuilder,
  problems: ImportProblems,
  choices: TableChoices,
): { format: ImportFormat; head: FileHead; tables: TableGuess[]; createMissing: boolean } {
  const own = ownTables(files);
  if (own) return readOwnTables(own, builder, problems);
  const tables = files
    .filter(({ name }) => !isNote(name))
    .flatMap((file): KnownTable[] => {
      const own = problems.ofFile(file.name);
      const choice = choices[file.name] ?? {};
      const { text, separator } = withoutSeparatorLine(file.text.replace(/^\uFEFF/, ''));
      const delimiter: Delimiter = choice.delimiter ?? separator ?? guessDelimiter(text);
      const rows = inKnownWords(readRows(text, delimiter, own));
      if (rows.length === 0) own.stop('has no rows', { line: 1 });
      if (looksLikeMatrix(rows.map(({ cells }) => cells.map(textOfCell)))) {
        own.stop('is a matrix of which node is tied to which; write it as a list of relationships', {
          line: 1,
        });
      }
      const shape = guessColumns(file.name, rows, choice);
      if (isOneText(rows, shape, choice)) {
        own.stop('holds one line of text, and no table of nodes or relationships', { line: 1 });
      }
      const table = { file: file.name, rows, shape, delimiter, encoding: file.encoding, problems: own };
      return withoutApocShape(table, choices);
    });
  const neo4j = tables.filter(({ rows }) => isNeo4jHeader(rows[0]?.cells.map(textOfCell) ?? []));
  if (neo4j.length > 0) {
    const spaces: IdSpaces = new Map();
    const names = (table: KnownTable) => table.rows[0]?.cells.map(textOfCell) ?? [];
    for (const table of tables.filter((other) => !neo4j.includes(other))) {
      table.problems.add('has no header of neo4j-admin, such as :ID or :START_ID, but other tables do', {
        line: 1,
      });
    }
    const nodesFirst = neo4j.toSorted((one, other) => weight(names(one)) - weight(names(other)));
    const guesses = nodesFirst.map((table) =>
      readNeo4jTable(
        { ...table, shape: { ...table.shape, header: true, names: names(table) } },
        { builder, spaces, listDelimiter: listDelimiterIn(files) },
      ),
    );
    return { format: 'neo4j-csv', head: {}, tables: guesses, createMissing: false };
  }
  const guesses = tables.map((table) => readTable(table, builder));
  const createMissing = !tables.some(({ shape }) => shape.kind === 'nodes');
  return { format: 'csv', head: {}, tables: guesses, createMissing };
}

const weight = (names: readonly string[]) => (names.some((name) => name.includes(':START_ID')) ? 1 : 0);

/** The rows, their header in the words of neo4j-admin where it is one of Neptune. */
function inKnownWords(rows: CsvRow[]): CsvRow[] {
  const [head, ...others] = rows;
  const cells = head && neptuneAsNeo4j(head.cells.map(textOfCell));
  return head && cells ? [{ ...head, cells }, ...others] : rows;
}

/** Spreadsheets write `sep=;` into the first line to say their delimiter; the line is left empty. */
function withoutSeparatorLine(text: string): { text: string; separator?: Delimiter } {
  const match = /^sep=(.)(\r\n|\r|\n)/i.exec(text);
  const separator = DELIMITERS.find((delimiter) => delimiter === match?.[1]);
  if (match === null || separator === undefined) return { text };
  return { text: (match[2] ?? '') + text.slice(match[0].length), separator };
}

/** One line that names no column which is known: words, or a JSON value that is neither an object nor a list. */
function isOneText(rows: readonly CsvRow[], { header, notes }: TableShape, choice: TableChoice): boolean {
  return rows.length === 1 && header && notes.length > 0 && choice.columns === undefined;
}

/** A table whose first row and first column are the same names. */
function looksLikeMatrix(rows: readonly (readonly string[])[]): boolean {
  const [head = [], ...others] = rows;
  if (head.length < 3 || head[0] !== '' || head.length !== rows.length) return false;
  return others.every((row, at) => row[0] === head[at + 1]);
}

/** The character between the items of lists: what the command in the note beside the tables says, else `;`. */
function listDelimiterIn(files: readonly TableFile[]): string {
  const note = files.find(({ name }) => isNote(name))?.text ?? '';
  const given = /--array-delimiter='([^']+)'/.exec(note)?.[1] ?? ';';
  const code = /^U\+([0-9A-F]{4,6})$/i.exec(given)?.[1];
  return code === undefined ? given : String.fromCodePoint(Number.parseInt(code, 16));
}
