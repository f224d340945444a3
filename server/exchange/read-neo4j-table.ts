import type { PropertyValue } from '../contract/graph.ts';
import type { TableGuess } from '../contract/imports.ts';
import { QuotedCell, textOfCell } from './csv-rows.ts';
import { addFree, type GraphBuilder } from './graph-builder.ts';
import { found } from './import-problems.ts';
import { readNeo4jValue } from './read-neo4j-value.ts';
import type { KnownTable } from './read-table.ts';
import { isKnownType, KNOWN_TYPES } from './read-value.ts';

const SPECIAL = ['ID', 'LABEL', 'START_ID', 'END_ID', 'TYPE', 'IGNORE'] as const;
type Special = (typeof SPECIAL)[number];

interface Neo4jColumn {
  name: string;
  special: Special | undefined;
  space: string;
  type: string;
}

/** Ids of nodes by their id space: `neo4j-admin` lets two spaces use the same id. */
export type IdSpaces = Map<string, Map<string, string>>;

/** Whether the names of a table are the header that `neo4j-admin database import` reads. */
export function isNeo4jHeader(names: readonly string[]): boolean {
  return names.some((name) => /:(ID|START_ID|END_ID|LABEL|TYPE)(\(.*\))?(\{.*\})?$/.test(name));
}

interface Neo4jReading {
  builder: GraphBuilder;
  spaces: IdSpaces;
  /** Between the items of lists. */
  listDelimiter: string;
}

/**
 * Reads a table in the header form of `neo4j-admin database import` (`:ID(space)`, `:LABEL`, `name:type[]`,
 * `:START_ID`, `:END_ID`, `:TYPE`, `:IGNORE`); lists are separated by `;` unless `listDelimiter` is another. A named id column, `personId:ID`, is a
 * property too. A relationship without one has its property `id`, where that is a text, as it would have in Neo4j.
 */
export function readNeo4jTable(
  table: KnownTable,
  { builder, spaces, listDelimiter }: Neo4jReading,
): TableGuess {
  const { file, rows, shape, delimiter, encoding, problems } = table;
  builder.in(problems);
  const columns = shape.names.map((name) => columnOf(name, table));
  const kind = columns.some(({ special }) => special === 'START_ID') ? 'relationships' : 'nodes';
  for (const wanted of kind === 'nodes' ? (['ID'] as const) : (['START_ID', 'END_ID'] as const)) {
    if (!columns.some(({ special }) => special === wanted)) {
      problems.add(`no column is :${wanted}`, { line: 1 }, `:${wanted}`);
    }
  }
  for (const row of rows.slice(1)) {
    if (row.cells.length !== columns.length) {
      problems.add(`has cells: ${row.cells.length}, but the header has ${columns.length}`, row);
      continue;
    }
    const properties = new Map<string, PropertyValue>();
    const special = new Map<Special, { text: string; space: string }>();
    row.cells.forEach((cell, at) => {
      const column = columns[at];
      if (column === undefined || column.special === 'IGNORE') return;
      const text = textOfCell(cell);
      if (column.special !== undefined) {
        special.set(column.special, { text, space: column.space });
        if (column.name === '' || column.special !== 'ID') return;
      }
      if (text === '' && !(cell instanceof QuotedCell)) return;
      const value = readNeo4jValue(text, column.type, listDelimiter);
      if (typeof value === 'string') problems.add(`${found(text)} is not ${value}`, row, column.name);
      else addFree(properties, column.name, value.value);
    });
    if (kind === 'nodes') {
      const id = special.get('ID');
      if (id === undefined) continue;
      const own = newId(spaces, id.space, id.text, builder);
      const labels = (special.get('LABEL')?.text ?? '').split(listDelimiter).filter(Boolean);
      builder.node({ id: own, labels, properties }, row);
    } else {
      const [from, to] = [special.get('START_ID'), special.get('END_ID')];
      if (from === undefined || to === undefined) continue;
      const end = ({ space, text }: { space: string; text: string }) => spaces.get(space)?.get(text) ?? text;
      const type = special.get('TYPE')?.text;
      builder.edge(
        {
          id: special.get('ID')?.text || ownId(properties),
          type: type === '' ? undefined : type,
          source: end(from),
          target: end(to),
          direction: 'directed',
          properties,
        },
        row,
      );
    }
  }
  return {
    file,
    kind,
    header: true,
    delimiter,
    encoding,
    columns: shape.names.map((name, at) => ({
      name,
      role: roleOf(columns[at]?.special),
      type: columns[at]?.type ?? 'string',
      samples: [],
    })),
  };
}

function ownId(properties: ReadonlyMap<string, PropertyValue>): string | undefined {
  const id = properties.get('id');
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function columnOf(header: string, { problems }: KnownTable): Neo4jColumn {
  const match = /^(.*?)(?::([A-Za-z_]+(?:\[\])?)(?:\((.*)\))?(?:\{.*\})?)?$/s.exec(header);
  const [name = '', kind = 'string', space = ''] = match?.slice(1) ?? [];
  const special = SPECIAL.find((known) => known === kind);
  if (special === undefined && !isKnownType(kind)) {
    problems.add(`${found(kind)} is no type of values; allowed: ${KNOWN_TYPES}`, { line: 1 }, header);
  }
  return { name, special, space, type: special === undefined ? kind : 'string' };
}

/** The public id of a node: its own where no other space has it too. */
function newId(spaces: IdSpaces, space: string, id: string, builder: GraphBuilder): string {
  const known = spaces.get(space) ?? new Map<string, string>();
  spaces.set(space, known);
  if (known.has(id)) return id;
  const taken = [...spaces].some(([other, ids]) => other !== space && ids.has(id));
  if (taken) builder.count('Nodes whose id another id space has too got one that begins with their space');
  const own = taken ? `${space}:${id}` : id;
  known.set(id, own);
  return own;
}

function roleOf(special: Special | undefined): TableGuess['columns'][number]['role'] {
  switch (special) {
    case 'ID':
      return 'id';
    case 'LABEL':
      return 'labels';
    case 'START_ID':
      return 'source';
    case 'END_ID':
      return 'target';
    case 'TYPE':
      return 'type';
    case 'IGNORE':
      return 'ignore';
    default:
      return 'property';
  }
}
