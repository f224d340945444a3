import { posix } from 'node:path';
import { isCalendarDate } from './calendar-date.ts';
import { type CheckedEntity, type CheckedRelationship, checkEntries } from './check-entries.ts';
import type { DatasetDocument, DatasetPassage } from './dataset.ts';
import type { LineOf, ProblemList, ProblemReporter } from './dataset-problems.ts';
import { type DocumentHead, documentHeadSchema, graphFileSchema } from './graph-file.ts';
import { type GraphSource, readJsonSource, readYamlSource } from './graph-source.ts';
import { splitPassages } from './locate-quotes.ts';
import { checkShape } from './plain-schemas.ts';
import { decodeText } from './text-file.ts';

export const GRAPH_FILE_NAMES = ['graph.yaml', 'graph.yml', 'graph.json'] as const;

/** The files of one document: a graph file and the text that it names. */
export interface DatasetFolder {
  /** How problems call the folder. */
  path: string;
  /** Bytes by file name. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** One document's part of the dataset, with what is needed to say where an entry stands. */
export interface DocumentPart {
  file: string;
  lineOf: LineOf;
  document: DatasetDocument;
  entities: CheckedEntity[];
  relationships: CheckedRelationship[];
}

/** Reads and checks one folder; undefined when it is too broken to go on. Problems go to the list. */
export function parseDocument(folder: DatasetFolder, problems: ProblemList): DocumentPart | undefined {
  const graphFiles = GRAPH_FILE_NAMES.filter((name) => folder.files.has(name));
  const [name] = graphFiles;
  if (name === undefined) {
    problems.add(folder.path, 1, `holds no ${GRAPH_FILE_NAMES.join(' or ')}`);
    return undefined;
  }
  if (graphFiles.length > 1) {
    problems.add(folder.path, 1, `holds ${graphFiles.join(' and ')}; only one graph file is allowed`);
    return undefined;
  }
  const file = posix.join(folder.path, name);
  const source = readSource(file, name, folder.files.get(name) ?? new Uint8Array(), problems);
  if (source === undefined) return undefined;

  const report = problems.forFile(file, source.lineOf);
  const shape = checkShape(graphFileSchema, source.value);
  for (const { path, message } of 'problems' in shape ? shape.problems : []) report(path, message);
  const parts = looseParts(source.value);
  const head = checkHead(parts.document, report);
  const passages = head === undefined ? undefined : readPassages(folder, head, report, problems);
  const entries = checkEntries({ ...parts, head, passages }, report);
  if (head === undefined || passages === undefined) return undefined;
  return { file, lineOf: source.lineOf, document: documentOf(head, passages), ...entries };
}

function readSource(
  file: string,
  name: string,
  bytes: Uint8Array,
  problems: ProblemList,
): GraphSource | undefined {
  const decoded = decodeText(bytes);
  if ('badLine' in decoded) {
    problems.add(file, decoded.badLine, 'is not UTF-8 text');
    return undefined;
  }
  const source = name.endsWith('.json') ? readJsonSource(decoded.text) : readYamlSource(decoded.text);
  if ('lineOf' in source) return source;
  for (const { line, message } of source.problems) problems.add(file, line, message);
  return undefined;
}

/** The parts of a file whose shape may be wrong elsewhere, so that one mistake does not hide others. */
function looseParts(value: unknown): { document: unknown; entities: unknown[]; relationships: unknown[] } {
  const { document, entities, relationships } = Object(value) as Record<string, unknown>;
  return {
    document,
    entities: Array.isArray(entities) ? entities : [],
    relationships: Array.isArray(relationships) ? relationships : [],
  };
}

function checkHead(value: unknown, report: ProblemReporter): DocumentHead | undefined {
  if (value === undefined) return undefined;
  const shape = checkShape(documentHeadSchema, value);
  if (shape.data === undefined) {
    for (const { path, message } of shape.problems) report(['document', ...path], `document: ${message}`);
    return undefined;
  }
  const { date } = shape.data;
  if (date !== undefined && !isCalendarDate(date)) {
    report(['document', 'date'], `document: "${date}" is not a date: YYYY, YYYY-MM or YYYY-MM-DD`);
  }
  return shape.data;
}

function readPassages(
  folder: DatasetFolder,
  head: DocumentHead,
  report: ProblemReporter,
  problems: ProblemList,
): DatasetPassage[] | undefined {
  const at = ['document', 'text'];
  if (/[/\\]/.test(head.text) || head.text.startsWith('.')) {
    report(
      at,
      `document: the text "${head.text}" must be a file beside the graph file, named without a folder`,
    );
    return undefined;
  }
  const bytes = folder.files.get(head.text);
  if (bytes === undefined) {
    report(at, `document: there is no file "${head.text}" in ${folder.path}`);
    return undefined;
  }
  const textFile = posix.join(folder.path, head.text);
  const decoded = decodeText(bytes);
  if ('badLine' in decoded) {
    problems.add(textFile, decoded.badLine, 'is not UTF-8 text');
    return undefined;
  }
  const passages = splitPassages(head.id, decoded.text);
  if (passages.length === 0) problems.add(textFile, 1, 'holds no text');
  return passages;
}

function documentOf({ text: _, ...head }: DocumentHead, passages: DatasetPassage[]): DatasetDocument {
  return { ...head, passages };
}
