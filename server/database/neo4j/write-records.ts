import type { Transaction } from 'neo4j-driver';
import type { Properties } from '../../contract/graph.ts';
import { groupedBy, inBatches, ownLabel } from '../check-records.ts';
import type { NodeRecord, RelationshipRecord } from '../graph-database.ts';
import { storedProperty } from './map-parameters.ts';

const BATCH_SIZE = 5000;

/** Creates the nodes batch by batch; `onProgress` gets how many are there. */
export async function createNodes(
  transaction: Transaction,
  nodes: readonly NodeRecord[],
  onProgress: (done: number) => void,
): Promise<void> {
  const groups = groupedBy(nodes, (node) => node.labels.map(quoted).join(':'));
  await inGroups(groups, onProgress, async (first, rows) => {
    const labels = first.labels.map(quoted).join(':');
    await transaction.run(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row.properties`, { rows });
  });
}

/** Creates the relationships; `nodes` says under which label the ends are found. */
export async function createRelationships(
  transaction: Transaction,
  relationships: readonly RelationshipRecord[],
  nodes: ReadonlyMap<string, NodeRecord>,
  onProgress: (done: number) => void,
): Promise<void> {
  const pattern = ({ type, source, target }: RelationshipRecord) =>
    `MATCH (a:${endLabel(nodes, source)} {id: row.source}) MATCH (b:${endLabel(nodes, target)} {id: row.target}) ` +
    `CREATE (a)-[r:${quoted(type)}]->(b) SET r = row.properties`;
  await inGroups(groupedBy(relationships, pattern), onProgress, async (first, rows) => {
    await transaction.run(`UNWIND $rows AS row ${pattern(first)}`, { rows });
  });
}

type StoredRecord = NodeRecord | RelationshipRecord;

async function inGroups<Item extends StoredRecord>(
  groups: Item[][],
  onProgress: (done: number) => void,
  write: (first: Item, rows: object[]) => Promise<void>,
): Promise<void> {
  let done = 0;
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    for (const batch of inBatches(group, BATCH_SIZE)) {
      await write(first, batch.map(rowOf));
      done += batch.length;
      onProgress(done);
    }
  }
}

function rowOf(record: StoredRecord): object {
  const properties = storedProperties(record.id, record.properties);
  return 'source' in record ? { source: record.source, target: record.target, properties } : { properties };
}

function storedProperties(id: string, properties: Properties): Record<string, unknown> {
  const mapped = Object.entries(properties).map(([key, value]) => [key, storedProperty(value)] as const);
  return { ...Object.fromEntries(mapped), id };
}

function endLabel(nodes: ReadonlyMap<string, NodeRecord>, id: string): string {
  const node = nodes.get(id);
  if (node === undefined) throw new Error(`No node ${id}`);
  return ownLabel(node);
}

/** A name inside backticks; a backtick in it is doubled. */
function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
