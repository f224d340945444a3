import { parse } from 'csv-parse/sync';
import { MOST_FIELDS } from './import-limits.ts';
import type { ImportProblems } from './import-problems.ts';

/** A cell that stood in quotes; one that did not is a plain string. */
export class QuotedCell {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
export type Cell = string | QuotedCell;

export interface CsvRow {
  /** Where it begins, from 1. */
  line: number;
  cells: readonly Cell[];
}

export const DELIMITERS = [',', '\t', ';', '|', ' '] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LOOKED_AT = 50;

export function textOfCell(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The delimiter that the first lines agree on; the comma where none is anywhere. */
export function guessDelimiter(text: string): Delimiter {
  const lines = text
    .slice(0, 200_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/);
  const full = lines.slice(0, LOOKED_AT).filter((line) => line.trim() !== '');
  const scores = DELIMITERS.map((delimiter) => {
    const counts = full.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    const agree = counts.filter((count) => count === counts[0]).length / Math.max(1, counts.length);
    // Words in a text hold spaces, and cells commas; what every line has alike is the delimiter.
    return { delimiter, score: most === 0 || counts[0] === 0 ? 0 : agree === 1 ? 2 : agree };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score === 0 ? ',' : best.delimiter;
}

/**
 * The rows of a table (RFC 4180 with any delimiter; CRLF, LF or CR; quoted cells may hold line breaks), by the
 * csv-parse package. Quotes that are not closed or stand where none may end it with a problem.
 */
export function readRows(text: string, delimiter: Delimiter, problems: ImportProblems): CsvRow[] {
  const rows: CsvRow[] = [];
  let before = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: delimiter === ' ',
      cast: (value, { quoting, index }) => {
        if (index >= MOST_FIELDS) {
          problems.stop(`has more than ${MOST_FIELDS} cells, which is the most`, { line: before + 1 });
        }
        return quoting ? new QuotedCell(value) : value;
      },
      on_record: (cells: Cell[], { lines }) => {
        rows.push({ line: before + 1, cells });
        before = lines;
        return null;
      },
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || !code.includes('QUOTE')) throw error;
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : before + 1;
    problems.stop(
      code === 'CSV_QUOTE_NOT_CLOSED'
        ? `a cell that begins after line ${before} has a quote that is never closed`
        : 'a quote stands where none may: put the whole cell in quotes and double those in it',
      { line: Math.max(1, line) },
    );
  }
  return rows;
}
