import type { ColumnRole, TableChoice, TableKind } from '../contract/imports.ts';
import { type CsvRow, textOfCell } from './csv-rows.ts';

/** What is known of a table before it is read as nodes or relationships. */
export interface TableShape {
  kind: TableKind;
  header: boolean;
  names: string[];
  roles: ColumnRole[];
  /** Why, where the names alone did not tell. */
  notes: string[];
}

const NAMES: Record<'source' | 'target' | 'type' | 'id' | 'labels' | 'caption', readonly string[]> = {
  source: [
    'source',
    'from',
    'src',
    'sourceid',
    'start',
    'startid',
    'startnode',
    'tail',
    'subject',
    'node1',
    'nodea',
  ],
  target: [
    'target',
    'to',
    'dst',
    'dest',
    'destination',
    'targetid',
    'end',
    'endid',
    'endnode',
    'head',
    'object',
    'node2',
    'nodeb',
  ],
  type: [
    'type',
    'relationship',
    'relation',
    'relationtype',
    'relationshiptype',
    'edgetype',
    'kind',
    'predicate',
    'label',
  ],
  id: ['id', 'nodeid', 'identifier', 'key'],
  labels: ['labels'],
  caption: ['label', 'caption'],
};
const DIRECTION = /^(un)?directed$|^mutual$/i;

/** What the columns of a table mean, by their names and by what stands in them; `choice` has the last word. */
export function guessColumns(file: string, rows: readonly CsvRow[], choice: TableChoice = {}): TableShape {
  const notes: string[] = [];
  const header = choice.header ?? hasHeader(rows);
  const width = rows[0]?.cells.length ?? 0;
  const names = header ? uniqueNames(rows[0]?.cells.map(textOfCell) ?? []) : numbered(width);
  const data = header ? rows.slice(1) : rows;
  const plain = names.map((name) => name.toLowerCase().replace(/[\s_.:-]/g, ''));
  const kind = choice.kind ?? kindOf(file, plain, data, header);
  const roles = kind === 'nodes' ? nodeRoles(plain, data, notes) : relationshipRoles(plain, data, notes);
  for (const [name, role] of Object.entries(choice.columns ?? {})) {
    const at = names.indexOf(name) >= 0 ? names.indexOf(name) : Number(name) - 1;
    if (roles[at] === undefined) continue;
    // A role that only one column can have leaves the one that had it by the guess.
    if (role !== 'property' && role !== 'ignore') {
      roles.forEach((other, place) => {
        const isGuess = choice.columns?.[names[place] ?? ''] === undefined;
        if (other === role && isGuess) roles[place] = 'property';
      });
    }
    roles[at] = role;
  }
  return { kind, header, names, roles, notes };
}

function hasHeader(rows: readonly CsvRow[]): boolean {
  const first = rows[0]?.cells.map(textOfCell) ?? [];
  const known = new Set(Object.values(NAMES).flat());
  if (first.some((cell) => known.has(cell.toLowerCase().replace(/[\s_.:-]/g, '')))) return true;
  if (first.some((cell) => cell.trim() === '' || isNumber(cell))) return false;
  // In a list of edges the names of its first line come again, in one of subject, verb and object its verbs.
  const later = rows.slice(1, 5000).map(({ cells }) => cells.map(textOfCell));
  if (first.length === 2) {
    const all = new Set(later.flat());
    return !first.some((cell) => all.has(cell));
  }
  return !first.some((cell, at) => later.some((cells) => cells[at] === cell));
}

function kindOf(file: string, plain: readonly string[], data: readonly CsvRow[], header: boolean): TableKind {
  const has = (role: 'source' | 'target' | 'id') => plain.some((name) => NAMES[role].includes(name));
  if (has('source') && has('target')) return 'relationships';
  if (has('id') || /node|vert|entit/i.test(file)) return 'nodes';
  if (/edge|link|relation|tie|arc/i.test(file) && plain.length > 1) return 'relationships';
  if (plain.length < 2 || (header && plain.length > 3)) return 'nodes';
  const [from, to] = [0, 1].map(
    (at) => new Set(data.slice(0, 5000).map(({ cells }) => textOfCell(cells[at] ?? ''))),
  );
  const shared = [...(from ?? [])].some((cell) => to?.has(cell));
  return shared || !header ? 'relationships' : 'nodes';
}

function nodeRoles(plain: readonly string[], data: readonly CsvRow[], notes: string[]): ColumnRole[] {
  const roles = plain.map((): ColumnRole => 'property');
  claim(roles, plain, 'id');
  claim(roles, plain, 'labels');
  claim(roles, plain, 'caption');
  if (!roles.includes('id')) {
    const at = plain.findIndex((_, column) => roles[column] === 'property' && isUnique(data, column));
    if (at >= 0) {
      roles[at] = 'id';
      notes.push(`No column is called id; column ${at + 1}, whose cells all differ, is taken for it`);
    }
  }
  return roles;
}

function relationshipRoles(plain: readonly string[], data: readonly CsvRow[], notes: string[]): ColumnRole[] {
  const roles = plain.map((): ColumnRole => 'property');
  claim(roles, plain, 'source');
  claim(roles, plain, 'target');
  claim(roles, plain, 'id');
  if (isTriples(plain, data)) {
    notes.push('The columns have no names; they are taken for the first end, the type and the second end');
    return ['source', 'type', 'target'];
  }
  if (!roles.includes('source') || !roles.includes('target')) {
    for (const role of ['source', 'target'] as const) {
      const at = roles.indexOf('property');
      if (roles.includes(role) || at < 0) continue;
      roles[at] = role;
      notes.push(`No column is called ${role}; column ${at + 1} is taken for it`);
    }
  }
  const direction = plain.findIndex(
    (name, at) =>
      /^(type|direction|directed)$/.test(name) && roles[at] === 'property' && isDirection(data, at),
  );
  if (direction >= 0) roles[direction] = 'direction';
  claim(roles, plain, 'type');
  return roles;
}

/** Three columns without names, of which the outer ones share nodes and the middle one repeats a few words. */
function isTriples(plain: readonly string[], data: readonly CsvRow[]): boolean {
  if (plain.length !== 3 || plain.some((name, at) => name !== `column${at + 1}`)) return false;
  const [first, middle, last] = [0, 1, 2].map(
    (at) => new Set(data.slice(0, 5000).map(({ cells }) => textOfCell(cells[at] ?? ''))),
  );
  if (first === undefined || middle === undefined || last === undefined) return false;
  const areWords = [...middle].every(
    (cell) => cell !== '' && !isNumber(cell) && !first.has(cell) && !last.has(cell),
  );
  return areWords && middle.size < data.length && [...first].some((cell) => last.has(cell));
}

/** Gives a role to the first column that has one of its names, the better names first. */
function claim(roles: ColumnRole[], plain: readonly string[], role: keyof typeof NAMES): void {
  for (const name of NAMES[role]) {
    const at = plain.findIndex((candidate, place) => candidate === name && roles[place] === 'property');
    if (at >= 0) {
      roles[at] = role;
      return;
    }
  }
}

function isDirection(data: readonly CsvRow[], at: number): boolean {
  const cells = data.map(({ cells }) => textOfCell(cells[at] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => DIRECTION.test(cell));
}

function isUnique(data: readonly CsvRow[], at: number): boolean {
  const cells = data.map(({ cells }) => textOfCell(cells[at] ?? ''));
  return !cells.includes('') && new Set(cells).size === cells.length;
}

export function isNumber(cell: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(cell);
}

function uniqueNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, at) => {
    const name = cell.trim() === '' ? `column ${at + 1}` : cell.trim();
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`;
    taken.add(free);
    return free;
  });
}

function numbered(width: number): string[] {
  return Array.from({ length: width }, (_, at) => `column ${at + 1}`);
}
