import type { Graph } from '../contract/graph.ts';
import type { ImportFormat, ImportReport, TableChoices, TableGuess } from '../contract/imports.ts';
import { decodeStream, decodeWhole, guessEncoding, joinBytes } from './decode-text.ts';
import { type FileKind, kindOfFile, otherFormat } from './detect-format.ts';
import type { FileHead } from './file-head.ts';
import { GraphBuilder } from './graph-builder.ts';
import type { ImportLimits } from './import-limits.ts';
import { ImportProblems } from './import-problems.ts';
import { readCypher } from './read-cypher.ts';
import { readJson } from './read-json.ts';
import { isNote } from './read-own-tables.ts';
import { readTables } from './read-tables.ts';
import { readXmlGraph } from './read-xml-graph.ts';
import { refuseTooLarge } from './refuse-too-large.ts';
import type { TableFile } from './table-file.ts';
import { gunzipped, type ImportSource, type UnpackedFile, unzipped } from './unpack.ts';

export type { ImportSource } from './unpack.ts';

export interface ReadOptions {
  limits: ImportLimits;
  /** What differs from the guess of tables. */
  tables?: TableChoices | undefined;
  /** Gets how many bytes were read so far. */
  onProgress?: ((bytes: number) => void) | undefined;
  /** Gets how many nodes and relationships were found so far, now and then. */
  onGathered?: ((count: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface ReadGraph {
  graph: Graph;
  report: ImportReport;
  /** Where the file draws nodes. */
  places: ReadonlyMap<string, { x: number; y: number }>;
}

interface Seen extends ImportSource {
  kind: FileKind;
}

const HEAD = 4096;

/**
 * Reads a graph from a file of any format that is known (told by what is in it, not by its name), or from several
 * tables that belong together. Rejects with `ImportRefused`, which says everything that is wrong, or with the
 * signal's reason.
 */
export async function readGraphFile(
  sources: readonly ImportSource[],
  options: ReadOptions,
): Promise<ReadGraph> {
  const fileName = sources.map(({ name }) => name).join(', ');
  const problems = new ImportProblems(fileName);
  const builder = new GraphBuilder(problems, options.limits, options.onGathered);
  const files: Seen[] = [];
  for (const source of sources)
    files.push(...(await openSource(counted(source, problems, options), problems, options)));
  const graphs = files.filter(({ kind, name }) => kind !== 'unknown' && !isNote(baseOf(name)));
  // What is to be read by people says how the tables beside it were written.
  const known = graphs.some(({ kind }) => kind === 'table')
    ? files.filter(({ kind }) => kind !== 'unknown')
    : graphs;
  const [first] = known;
  if (first === undefined) {
    return problems.stop(
      files.length === 0 ? 'has no file in it' : 'is empty, or of a kind that is not known',
    );
  }
  let read: { format: ImportFormat; head: FileHead; tables?: TableGuess[]; createMissing?: boolean };
  if (known.every(({ kind, name }) => kind === 'table' || baseOf(name) === 'columns.json')) {
    read = readTables(
      await tablesOf(known, problems, options.limits),
      builder,
      problems,
      options.tables ?? {},
    );
  } else if (known.length > 1) {
    return problems.stop(
      `has ${known.length} files in it; give one graph at a time, or only tables of nodes and relationships`,
    );
  } else {
    const own = problems.ofFile(first.name);
    builder.in(own);
    const texts = decodeStream(first.chunks, own);
    if (first.kind === 'xml') read = await readXmlGraph(texts, builder, own);
    else {
      const readText = first.kind === 'cypher' ? readCypher : readJson;
      read = readText(await textOf(texts, options.limits, own), builder, own);
    }
  }
  const graph = builder.finish({ createMissing: read.createMissing ?? false });
  problems.throwIfAny();
  const { writtenBy, title } = read.head;
  return {
    graph,
    places: builder.places,
    report: {
      fileName,
      format: read.format,
      ...(writtenBy === undefined ? {} : { writtenBy }),
      ...(title === undefined ? {} : { title }),
      nodeCount: graph.nodes.length,
      relationshipCount: graph.relationships.length,
      notes: builder.notes,
      tables: read.tables ?? [],
    },
  };
}

/** The source, refused past the limit of bytes and ended by the signal. */
function counted(
  { name, chunks, unpacked }: ImportSource,
  problems: ImportProblems,
  options: ReadOptions,
): ImportSource {
  const { limits, onProgress, signal } = options;
  const count = async function* () {
    let bytes = 0;
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      bytes += chunk.length;
      refuseTooLarge(bytes, limits, problems.ofFile(name));
      onProgress?.(bytes);
      yield chunk;
    }
  };
  return { name, chunks: count(), unpacked };
}

/** Looks at the beginning of a file; the files in an archive stand for it. */
async function openSource(
  source: ImportSource,
  problems: ImportProblems,
  options: ReadOptions,
): Promise<Seen[]> {
  if (source.unpacked !== undefined) return seen(source.unpacked, problems);
  const own = problems.ofFile(source.name);
  const { head, chunks } = await peek(source.chunks);
  const kind = kindOfFile(head, decodedHead(head), source.name);
  if (kind === 'gzip') {
    const inner = { name: source.name.replace(/\.gz$/i, ''), chunks: gunzipped(chunks, options.limits, own) };
    const begun = await peek(inner.chunks);
    return [{ ...inner, chunks: begun.chunks, kind: innerKind(inner.name, begun.head, own) }];
  }
  const other = kind === 'table' ? otherFormat(decodedHead(head)) : undefined;
  if (other !== undefined) {
    own.stop(`is ${other}, which is not read; save it as GEXF or GraphML`, { line: 1 });
  }
  if (kind !== 'zip') return [{ name: source.name, chunks, kind }];
  return seen(await unzipped(chunks, options.limits, own), problems);
}

function seen(files: readonly UnpackedFile[], problems: ImportProblems): Seen[] {
  return files.map((file) => {
    const bytes = joinBytes(file.chunks);
    const start = bytes.subarray(0, HEAD);
    return {
      name: file.name,
      chunks: once(bytes),
      kind: innerKind(file.name, start, problems.ofFile(file.name)),
    };
  });
}

function innerKind(name: string, head: Uint8Array, problems: ImportProblems): FileKind {
  const kind = kindOfFile(head, decodedHead(head), name);
  if (kind === 'zip' || kind === 'gzip') problems.stop('is an archive inside an archive; unpack it first');
  return kind;
}

function decodedHead(head: Uint8Array): string {
  try {
    return new TextDecoder(guessEncoding(head) ?? 'utf-8').decode(head);
  } catch {
    return new TextDecoder('latin1').decode(head);
  }
}

/** The first bytes, and all bytes again. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done) break;
    held.push(next.value);
    size += next.value.length;
  }
  const again = async function* () {
    yield* held;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  };
  return { head: joinBytes(held).subarray(0, HEAD), chunks: again() };
}

/** The name of a file without its folders. */
function baseOf(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function tablesOf(
  files: readonly Seen[],
  problems: ImportProblems,
  limits: ImportLimits,
): Promise<TableFile[]> {
  const tables: TableFile[] = [];
  for (const { name, chunks } of files) {
    const bytes: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      bytes.push(chunk);
      length += chunk.length;
      refuseTooLong(length, limits, problems.ofFile(name));
    }
    tables.push({ name: baseOf(name), ...decodeWhole(joinBytes(bytes)) });
  }
  return tables;
}

async function textOf(
  texts: AsyncIterable<string>,
  limits: ImportLimits,
  problems: ImportProblems,
): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const text of texts) {
    parts.push(text);
    length += text.length;
    refuseTooLong(length, limits, problems);
  }
  return parts.join('');
}

function refuseTooLong(length: number, { textLength }: ImportLimits, problems: ImportProblems): void {
  if (length <= textLength) return;
  const most = Math.floor(textLength / 1_000_000);
  problems.stop(
    `has more than ${most} million characters, which is the most in this format; GEXF and GraphML may have more`,
  );
}
