import type { DocumentResponse, DocumentSummary, Passage } from '../contract/documents.ts';
import type { Properties } from '../contract/graph.ts';
import type { Row } from '../database/graph-database.ts';
import type { QueryContext } from './query-context.ts';
import { evidenceOf } from './read-evidence.ts';
import { countOf, propertiesOf, textOf } from './read-rows.ts';

function summaryOf(properties: Properties): DocumentSummary {
  const text = (name: string) => {
    const value = properties[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const date = text('date');
  const description = text('description');
  const source = text('source');
  const originalOf = text('originalOf');
  return {
    id: text('id') ?? '',
    title: text('title') ?? text('id') ?? '',
    ...(date === undefined ? {} : { date }),
    ...(description === undefined ? {} : { description }),
    ...(source === undefined ? {} : { source }),
    ...(originalOf === undefined ? {} : { originalOf }),
    passageCount: typeof properties.passageCount === 'number' ? properties.passageCount : 0,
  };
}

/**
 * The texts that the graph was taken from, ordered by id; none in a graph that was not loaded from texts. Files that
 * were imported are no texts.
 */
export async function listDocuments({ database, options }: QueryContext): Promise<DocumentSummary[]> {
  if ((await database.identity(options)) !== 'own') return [];
  const rows = await database.read(
    'MATCH (d:SourceDocument) WHERE d.imported IS NULL RETURN properties(d) AS properties ORDER BY d.id',
    {},
    options,
  );
  return rows.map((row) => summaryOf(propertiesOf(row, 'properties')));
}

interface Span {
  passage: string;
  start: number;
  end: number;
}

/** Where this document says something; spans of an original count from the start of its whole text. */
function spansIn(
  row: Row,
  document: string,
  originalOf: string | undefined,
  passages: readonly PassageRow[],
): Span[] {
  return evidenceOf(propertiesOf(row, 'properties')).flatMap((item): Span[] => {
    if (item.document === document) return [{ passage: item.passage, start: item.start, end: item.end }];
    if (item.document !== originalOf || item.original === undefined) return [];
    const [start, end] = item.original;
    return passages
      .filter((p) => start < p.offset + p.text.length && end > p.offset)
      .map((p) => ({
        passage: p.id,
        start: Math.max(0, start - p.offset),
        end: Math.min(p.text.length, end - p.offset),
      }));
  });
}

interface PassageRow {
  id: string;
  number: number;
  text: string;
  offset: number;
}

/** One text with its passages in reading order and what the graph takes from each; undefined when unknown. */
export async function readDocument(
  { database, options }: QueryContext,
  id: string,
): Promise<DocumentResponse | undefined> {
  if ((await database.identity(options)) !== 'own') return undefined;
  const [found] = await database.read(
    'MATCH (d:SourceDocument) WHERE d.id = $id RETURN properties(d) AS properties',
    { id },
    options,
  );
  if (found === undefined) return undefined;
  const properties = propertiesOf(found, 'properties');
  const originalOf = typeof properties.originalOf === 'string' ? properties.originalOf : undefined;
  const passageRows = await database.read(
    `MATCH (p:Passage) WHERE p.document = $id
     RETURN p.id AS id, p.number AS number, p.text AS text, p.offset AS offset ORDER BY number`,
    { id },
    options,
  );
  const rows: PassageRow[] = passageRows.map((row) => ({
    id: textOf(row, 'id'),
    number: countOf(row, 'number'),
    text: textOf(row, 'text'),
    offset: countOf(row, 'offset'),
  }));
  const passages = new Map<string, Passage>(
    rows.map((row) => [row.id, { id: row.id, number: row.number, text: row.text, marks: [] }]),
  );
  const evidenceHolder = originalOf ?? id;
  const nodes = await database.read(
    'MATCH (n:Entity) WHERE $id IN n.documents RETURN n.id AS id, properties(n) AS properties ORDER BY id',
    { id: evidenceHolder },
    options,
  );
  const relationships = await database.read(
    `MATCH (a:Entity)-[r]->(b:Entity) WHERE $id IN r.documents
     RETURN r.id AS id, properties(r) AS properties ORDER BY id`,
    { id: evidenceHolder },
    options,
  );
  const mark = (list: readonly Row[], kind: 'node' | 'relationship') => {
    for (const row of list) {
      for (const { passage, start, end } of spansIn(row, id, originalOf, rows)) {
        passages.get(passage)?.marks.push({ start, end, [kind]: textOf(row, 'id') });
      }
    }
  };
  mark(nodes, 'node');
  mark(relationships, 'relationship');
  for (const passage of passages.values()) passage.marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { document: summaryOf(properties), passages: [...passages.values()] };
}
