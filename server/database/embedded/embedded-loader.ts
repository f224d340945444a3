import { randomUUID } from 'node:crypto';
import { cp, rm } from 'node:fs/promises';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import type { Properties } from '../../contract/graph.ts';
import { checkRecords, groupedBy, inBatches, OWN_LABELS } from '../check-records.ts';
import { LoadRefused } from '../database-errors.ts';
import type {
  DatasetReport,
  GraphLoader,
  GraphRecords,
  LoadOptions,
  LoadReport,
  TakenIds,
} from '../graph-database.ts';
import { graphFile, makeGraphsFolder, readPointer, removeOtherGraphs, swapPointer } from './current-graph.ts';
import { takeLoadLock } from './load-lock.ts';
import { engineParameter, TEXT_KINDS } from './map-parameters.ts';

const BATCH_SIZE = 5000;
const LOCK_PATIENCE_MS = 30_000;

/**
 * Loads into DATA_DIR: a new file is written beside the graph in use and takes its place once it is whole.
 * The folder holds nothing but what Throughline loaded, so `replaceEverything` changes nothing here.
 */
export class EmbeddedLoader implements GraphLoader {
  readonly keeps = { wholeFloats: false, asText: TEXT_KINDS };
  readonly #dataDir: string;
  readonly #lockPatienceMs: number;

  constructor(dataDir: string, lockPatienceMs = LOCK_PATIENCE_MS) {
    this.#dataDir = dataDir;
    this.#lockPatienceMs = lockPatienceMs;
  }

  /** Rejects with `LoadRefused` when the folder is empty and cannot be written: nothing could be loaded. */
  async isEmpty(): Promise<boolean> {
    const isEmpty = (readPointer(this.#dataDir)?.nodeCount ?? 0) === 0;
    if (isEmpty) await makeGraphsFolder(this.#dataDir);
    return isEmpty;
  }

  async replaceAll(records: GraphRecords, options: LoadOptions = {}): Promise<LoadReport> {
    checkRecords(records);
    return this.#swap((path) => writeGraph(path, records, options));
  }

  /** Writes into a copy of the graph in use, which then takes its place. */
  putDataset(
    dataset: string,
    make: (taken: TakenIds) => GraphRecords,
    options: LoadOptions = {},
  ): Promise<DatasetReport> {
    return this.#swap(async (path) => {
      const current = readPointer(this.#dataDir)?.file;
      if (current !== undefined) await cp(graphFile(this.#dataDir, current), path, { recursive: true });
      return writeDataset(path, { dataset, make, isNew: current === undefined }, options);
    });
  }

  async close(): Promise<void> {}

  /** Lets `write` make a new graph file; once it is whole it is the graph, and where it fails the old one stays. */
  async #swap<Report extends LoadReport>(write: (path: string) => Promise<Report>): Promise<Report> {
    await makeGraphsFolder(this.#dataDir);
    const unlock = await takeLoadLock(this.#dataDir, this.#lockPatienceMs);
    try {
      return await this.#swapLocked(write);
    } finally {
      await unlock();
    }
  }

  async #swapLocked<Report extends LoadReport>(write: (path: string) => Promise<Report>): Promise<Report> {
    await removeOtherGraphs(this.#dataDir, readPointer(this.#dataDir)?.file);
    const loadedAt = new Date().toISOString();
    const file = `graph-${loadedAt.replace(/\D/g, '')}-${randomUUID().slice(0, 8)}.grafeo`;
    const path = graphFile(this.#dataDir, file);
    try {
      const report = await write(path);
      const { nodeCount, relationshipCount } = report;
      await swapPointer(this.#dataDir, { file, loadedAt, nodeCount, relationshipCount });
      await removeOtherGraphs(this.#dataDir, file);
      return report;
    } catch (error) {
      await rm(path, { recursive: true, force: true });
      await rm(`${path}.wal`, { recursive: true, force: true });
      if (error instanceof LoadRefused) throw error;
      throw new LoadRefused(
        `The graph could not be loaded: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
}

async function writeGraph(path: string, records: GraphRecords, options: LoadOptions): Promise<LoadReport> {
  const database = grafeo.GrafeoDB.create(path);
  try {
    await makeIndexes(database);
    const total = records.nodes.length + records.relationships.length;
    const ids = await writeNodes(database, records, (done) => options.onProgress?.(done, total));
    await writeRelationships(database, records, ids, (done) =>
      options.onProgress?.(records.nodes.length + done, total),
    );
    const report = { nodeCount: database.nodeCount(), relationshipCount: database.edgeCount() };
    if (report.nodeCount + report.relationshipCount !== total) {
      throw new LoadRefused('The embedded engine did not keep every node and relationship');
    }
    return report;
  } finally {
    database.close();
  }
}

async function makeIndexes(database: GrafeoDB): Promise<void> {
  for (const label of OWN_LABELS) {
    await database.executeCypher(`CREATE CONSTRAINT FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    await database.executeCypher(`CREATE INDEX ${label}_id FOR (n:${label}) ON (n.id)`);
  }
}

interface DatasetWork {
  dataset: string;
  make: (taken: TakenIds) => GraphRecords;
  isNew: boolean;
}

async function writeDataset(
  path: string,
  { dataset, make, isNew }: DatasetWork,
  options: LoadOptions,
): Promise<DatasetReport> {
  const database = isNew ? grafeo.GrafeoDB.create(path) : grafeo.GrafeoDB.open(path);
  try {
    if (isNew) await makeIndexes(database);
    const before = database.nodeCount();
    for (const label of OWN_LABELS) {
      await database.executeCypher(`MATCH (n:${label}) WHERE n.dataset = $dataset DETACH DELETE n`, {
        dataset,
      });
    }
    const kept = { nodes: database.nodeCount(), relationships: database.edgeCount() };
    const records = make({
      nodes: await idsOf(database, 'MATCH (n) RETURN n.id AS id'),
      relationships: await idsOf(database, 'MATCH ()-[r]->() RETURN r.id AS id'),
    });
    checkRecords(records);
    const total = records.nodes.length + records.relationships.length;
    const ids = await writeNodes(database, records, (done) => options.onProgress?.(done, total));
    await writeRelationships(database, records, ids, (done) =>
      options.onProgress?.(records.nodes.length + done, total),
    );
    const report = { nodeCount: database.nodeCount(), relationshipCount: database.edgeCount() };
    if (report.nodeCount + report.relationshipCount !== total + kept.nodes + kept.relationships) {
      throw new LoadRefused('The embedded engine did not keep every node and relationship');
    }
    return { ...report, replaced: kept.nodes < before };
  } finally {
    database.close();
  }
}

async function idsOf(database: GrafeoDB, cypher: string): Promise<Set<string>> {
  const rows = await database.executeCypher(cypher);
  const ids = new Set<string>();
  for (let at = 0; at < rows.length; at += 1) {
    const { id } = rows.get(at);
    if (typeof id === 'string') ids.add(id);
  }
  return ids;
}

async function writeNodes(
  database: GrafeoDB,
  { nodes }: GraphRecords,
  onProgress: (done: number) => void,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const group of groupedBy(nodes, (node) => JSON.stringify(node.labels))) {
    for (const batch of inBatches(group, BATCH_SIZE)) {
      const created = await database.batchCreateNodesWithProps(
        [...(batch[0]?.labels ?? [])],
        batch.map((node) => storedProperties(node.id, node.properties)),
      );
      batch.forEach((node, place) => {
        const id = created[place];
        if (id !== undefined) ids.set(node.id, id);
      });
      onProgress(ids.size);
    }
  }
  return ids;
}

async function writeRelationships(
  database: GrafeoDB,
  { relationships }: GraphRecords,
  ids: ReadonlyMap<string, number>,
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0;
  for (const batch of inBatches(relationships, BATCH_SIZE)) {
    await database.batchCreateEdges(
      batch.map(({ id, type, source, target, properties }) => ({
        src: ids.get(source) ?? -1,
        dst: ids.get(target) ?? -1,
        type,
        properties: storedProperties(id, properties),
      })),
    );
    done += batch.length;
    onProgress(done);
  }
}

/** A property that is null is no property. */
function storedProperties(id: string, properties: Properties): Record<string, unknown> {
  const set = Object.entries(properties).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(set.map(([key, value]) => [key, engineParameter(value)])), id };
}
