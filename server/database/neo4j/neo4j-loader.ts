import neo4j, { type Driver, type Session, type Transaction } from 'neo4j-driver';
import { checkRecords, OWN_LABELS } from '../check-records.ts';
import { LoadRefused } from '../database-errors.ts';
import type { Neo4jSettings } from '../database-settings.ts';
import type {
  DatasetReport,
  GraphLoader,
  GraphRecords,
  LoadOptions,
  LoadReport,
  NodeRecord,
  TakenIds,
} from '../graph-database.ts';
import { openDriver } from './connect.ts';
import { mapError } from './map-error.ts';
import { dropOwnConstraints, makeOwnConstraints, ownConstraintExists } from './own-constraints.ts';
import { createNodes, createRelationships } from './write-records.ts';

const LOAD_TIMEOUT_MS = 30 * 60_000;
const OWN_NODE = OWN_LABELS.map((label) => `n:${label}`).join(' OR ');
const OTHER_END = OWN_LABELS.map((label) => `m:${label}`).join(' OR ');

/**
 * Loads into Neo4j: constraints first, then one transaction that removes what Throughline loaded before and
 * creates everything anew. Data of others is left alone, and refused where it would be mixed up with ours.
 */
export class Neo4jLoader implements GraphLoader {
  readonly keeps = { wholeFloats: true, asText: [] };
  readonly #driver: Driver;
  readonly #settings: Neo4jSettings;

  constructor(settings: Neo4jSettings) {
    this.#settings = settings;
    this.#driver = openDriver(settings);
  }

  isEmpty(): Promise<boolean> {
    return this.#withSession(async (session) => {
      const { records } = await session.run('MATCH (n) RETURN n LIMIT 1');
      return records.length === 0;
    });
  }

  async replaceAll(records: GraphRecords, options: LoadOptions = {}): Promise<LoadReport> {
    const everything = options.replaceEverything === true;
    const nodes = checkRecords(records);
    return this.#load(everything, async (transaction) => {
      await removeOld(transaction, everything);
      const total = await createRecords(transaction, records, nodes, options);
      const report = await countOwn(transaction);
      refuseLoss(report, total);
      return report;
    });
  }

  putDataset(
    dataset: string,
    make: (taken: TakenIds) => GraphRecords,
    options: LoadOptions = {},
  ): Promise<DatasetReport> {
    return this.#load(false, async (transaction) => {
      const before = await countOwn(transaction);
      for (const label of OWN_LABELS) {
        await transaction.run(`MATCH (n:${label}) WHERE n.dataset = $dataset DETACH DELETE n`, { dataset });
      }
      const kept = await countOwn(transaction);
      const records = make({
        nodes: await idsOf(transaction, `MATCH (n) WHERE ${OWN_NODE} RETURN n.id AS id`),
        relationships: await idsOf(transaction, `MATCH (n)-[r]->() WHERE ${OWN_NODE} RETURN r.id AS id`),
      });
      const total = await createRecords(transaction, records, checkRecords(records), options);
      const report = await countOwn(transaction);
      refuseLoss(report, total + kept.nodeCount + kept.relationshipCount);
      return { ...report, replaced: kept.nodeCount < before.nodeCount };
    });
  }

  /** Runs `work` in one transaction on a database whose constraints are ours; what fails leaves nothing behind. */
  #load<Report>(everything: boolean, work: (transaction: Transaction) => Promise<Report>): Promise<Report> {
    return this.#withSession(async (session) => {
      if (!everything) await refuseForeignEntities(session);
      const stoodBefore = await ownConstraintExists(session);
      await makeOwnConstraints(session);
      const transaction = await session.beginTransaction({ timeout: LOAD_TIMEOUT_MS });
      try {
        const report = await work(transaction);
        await transaction.commit();
        return report;
      } catch (error) {
        await transaction.rollback().catch(() => {});
        // Left standing, they would pass the data of others off as ours.
        if (!stoodBefore) await dropOwnConstraints(session).catch(() => {});
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  async #withSession<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const { database, uri } = this.#settings;
    const session = this.#driver.session({
      defaultAccessMode: neo4j.session.WRITE,
      ...(database === undefined ? {} : { database }),
    });
    try {
      return await work(session);
    } catch (error) {
      throw mapError(error, uri);
    } finally {
      await session.close().catch(() => {});
    }
  }
}

/** Nodes with our labels are ours only where our constraint has stood since before they came. */
async function refuseForeignEntities(session: Session): Promise<void> {
  if (!(await ownConstraintExists(session))) {
    const count = await countOf(session, `MATCH (n) WHERE ${OWN_NODE} RETURN count(n) AS count`);
    if (count === 0) return;
    throw new LoadRefused(
      `The database holds ${count} nodes labelled ${OWN_LABELS.join(', ')} that Throughline did not load. ` +
        'Use another database, or --replace to remove everything in this one',
    );
  }
  const links = await countOf(
    session,
    `MATCH (n)-[r]-(m) WHERE (${OWN_NODE}) AND NOT (${OTHER_END}) RETURN count(r) AS count`,
  );
  if (links === 0) return;
  throw new LoadRefused(
    `Other data in the database is linked to Throughline's graph by ${links} relationships, which loading would ` +
      'remove. Remove them first, or use --replace to remove everything in this database',
  );
}

/** Creates all records; resolves to how many they are. */
async function createRecords(
  transaction: Transaction,
  { nodes, relationships }: GraphRecords,
  byId: ReadonlyMap<string, NodeRecord>,
  options: LoadOptions,
): Promise<number> {
  const total = nodes.length + relationships.length;
  await createNodes(transaction, nodes, (done) => options.onProgress?.(done, total));
  await createRelationships(transaction, relationships, byId, (done) =>
    options.onProgress?.(nodes.length + done, total),
  );
  return total;
}

function refuseLoss({ nodeCount, relationshipCount }: LoadReport, expected: number): void {
  if (nodeCount + relationshipCount === expected) return;
  throw new LoadRefused('Neo4j did not keep every node and relationship; the old graph was kept');
}

async function idsOf(transaction: Transaction, cypher: string): Promise<Set<string>> {
  const { records } = await transaction.run(cypher);
  return new Set(records.map((record) => record.get('id')).filter((id) => typeof id === 'string'));
}

async function removeOld(transaction: Transaction, everything: boolean): Promise<void> {
  if (everything) {
    await transaction.run('MATCH (n) DETACH DELETE n');
    return;
  }
  for (const label of OWN_LABELS) await transaction.run(`MATCH (n:${label}) DETACH DELETE n`);
}

async function countOwn(transaction: Transaction): Promise<LoadReport> {
  return {
    nodeCount: await countOf(transaction, `MATCH (n) WHERE ${OWN_NODE} RETURN count(n) AS count`),
    relationshipCount: await countOf(
      transaction,
      `MATCH (n)-[r]->() WHERE ${OWN_NODE} RETURN count(r) AS count`,
    ),
  };
}

async function countOf(runner: Session | Transaction, cypher: string): Promise<number> {
  const { records } = await runner.run(cypher);
  return neo4j.integer.toNumber(records[0]?.get('count') ?? 0);
}
