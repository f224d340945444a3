import type { Relationship } from '../contract/graph.ts';
import { explorable, nodeIdOf, relationshipIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, nodeOf, relationshipOf, textOf } from './read-rows.ts';
import type { IndexedNode } from './search-index.ts';

/** What can be found by words: at most `limit` nodes and `limit` relationships among them. */
export async function listSearchable(
  { database, options }: QueryContext,
  limit: number,
): Promise<{ nodes: IndexedNode[]; relationships: Relationship[] }> {
  const identity = await database.identity(options);
  const nodes = await database.read(
    `MATCH (n) WHERE ${explorable(identity, 'n')}
     RETURN ${nodeIdOf(identity, 'n')} AS id, labels(n) AS labels, properties(n) AS properties, COUNT { (n)--() } AS degree
     ORDER BY degree DESC, id LIMIT $limit`,
    { limit },
    options,
  );
  const relationships = await database.read(
    `MATCH (a)-[r]->(b) WHERE ${explorable(identity, 'a')} AND ${explorable(identity, 'b')}
     RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type, ${nodeIdOf(identity, 'a')} AS source,
            ${nodeIdOf(identity, 'b')} AS target, properties(r) AS properties
     ORDER BY id LIMIT $limit`,
    { limit },
    options,
  );
  return {
    nodes: nodes.map((row) => ({ node: nodeOf(row), degree: countOf(row, 'degree') })),
    relationships: relationships.map(relationshipOf),
  };
}

/** What tells one state of a graph from another. */
export interface Fingerprint {
  /** Changes when something is added or removed. */
  counts: string;
  /** Changes with every load by Throughline. */
  load: string;
}

export async function fingerprintGraph({ database, options }: QueryContext): Promise<Fingerprint> {
  const [nodes] = await database.read('MATCH (n) RETURN count(n) AS count', {}, options);
  const [relationships] = await database.read('MATCH ()-[r]->() RETURN count(r) AS count', {}, options);
  const documents = await database.read(
    'MATCH (d:SourceDocument) RETURN d.id AS id, d.digest AS digest ORDER BY id',
    {},
    options,
  );
  return {
    counts: JSON.stringify([countOf(nodes, 'count'), countOf(relationships, 'count')]),
    load: JSON.stringify(documents.map((row) => [textOf(row, 'id'), textOf(row, 'digest')])),
  };
}
