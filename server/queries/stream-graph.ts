import type { GraphNode, Relationship } from '../contract/graph.ts';
import { findNodes } from './find-nodes.ts';
import { explorable, matchNodes, type NodeMatch, nodeIdOf, relationshipIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, nodeOf, relationshipOf, textOf } from './read-rows.ts';

/** Nodes in a part. */
const NODES = 500;
/** Relationships in a part; a part of one node with more is read page by page. */
const RELATIONSHIPS = 2_000;

/** A graph in the database that is read part by part, as often as asked; only its ids are kept in memory. */
export interface StreamedGraph {
  nodes(): AsyncGenerator<readonly GraphNode[]>;
  relationships(): AsyncGenerator<readonly Relationship[]>;
}

/** Every explorable node and what ties them: all but documents and passages. */
export async function streamWholeGraph(context: QueryContext): Promise<StreamedGraph> {
  const { database, options } = context;
  const identity = await database.identity(options);
  const rows = await database.read(
    `MATCH (n) WHERE ${explorable(identity, 'n')} RETURN ${nodeIdOf(identity, 'n')} AS id, COUNT { (n)-->() } AS degree
     ORDER BY id`,
    {},
    options,
  );
  return streamed(context, new Map(rows.map((row) => [textOf(row, 'id'), countOf(row, 'degree')])));
}

/**
 * The nodes with these ids and what ties them, or of that only the relationships with the given ids; unknown ids are
 * left out.
 */
export async function streamSubgraph(
  context: QueryContext,
  ids: readonly string[],
  relationshipIds?: readonly string[],
): Promise<StreamedGraph> {
  const { database, options } = context;
  const identity = await database.identity(options);
  const degrees = new Map<string, number>([...new Set(ids)].map((id) => [id, 0]));
  for (const part of inParts([...degrees.keys()], NODES)) {
    for (const match of matchNodes(identity, part)) {
      const rows = await database.read(
        `${lookUp(match, 'n')}
         RETURN ${nodeIdOf(identity, 'n')} AS id, COUNT { (n)-->() } AS degree`,
        { ids: match.ids },
        options,
      );
      for (const row of rows) degrees.set(textOf(row, 'id'), countOf(row, 'degree'));
    }
  }
  const found = streamed(context, degrees);
  if (relationshipIds === undefined) return found;
  const asked = new Set(relationshipIds);
  return {
    nodes: () => found.nodes(),
    async *relationships() {
      for await (const part of found.relationships()) yield part.filter(({ id }) => asked.has(id));
    },
  };
}

/** `degrees` holds, for each node, how many relationships start at it. */
function streamed(context: QueryContext, degrees: ReadonlyMap<string, number>): StreamedGraph {
  const ids = [...degrees.keys()];
  return {
    async *nodes() {
      for (const part of inParts(ids, NODES)) yield await nodesOf(context, part);
    },
    async *relationships() {
      for (const part of packed(degrees)) {
        const total = part.reduce((sum, id) => sum + (degrees.get(id) ?? 0), 0);
        for (let skip = 0; skip < total; skip += RELATIONSHIPS) {
          const found = await relationshipsFrom(context, part, total > RELATIONSHIPS ? skip : undefined);
          yield found.filter(({ target }) => degrees.has(target));
        }
      }
    },
  };
}

function* inParts<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Nodes with relationships, so many together that theirs are one part. */
function* packed(degrees: ReadonlyMap<string, number>): Generator<readonly string[]> {
  let part: string[] = [];
  let total = 0;
  for (const [id, degree] of degrees) {
    if (degree === 0) continue;
    if (part.length === NODES || (part.length > 0 && total + degree > RELATIONSHIPS)) {
      yield part;
      part = [];
      total = 0;
    }
    part.push(id);
    total += degree;
  }
  if (part.length > 0) yield part;
}

/** Finds nodes in a way that takes the index on both engines: the embedded one reads a list once for every node. */
function lookUp({ byId, pattern, condition }: NodeMatch, variable: string): string {
  return byId
    ? `UNWIND $ids AS wanted MATCH (${variable}${pattern} {id: wanted})`
    : `MATCH (${variable}${pattern}) WHERE ${condition(variable, 'ids')}`;
}

async function nodesOf(context: QueryContext, ids: readonly string[]): Promise<GraphNode[]> {
  const { database, options } = context;
  const identity = await database.identity(options);
  const found = new Map<string, GraphNode>();
  for (const match of matchNodes(identity, ids)) {
    const rows = await database.read(
      `${lookUp(match, 'n')}
       RETURN ${nodeIdOf(identity, 'n')} AS id, labels(n) AS labels, properties(n) AS properties`,
      { ids: match.ids },
      options,
    );
    for (const row of rows) {
      const node = nodeOf(row);
      found.set(node.id, node);
    }
  }
  // Documents and passages, where they were asked for.
  const others = ids.filter((id) => !found.has(id));
  if (others.length > 0) for (const node of await findNodes(context, others)) found.set(node.id, node);
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function relationshipsFrom(
  { database, options }: QueryContext,
  ids: readonly string[],
  skip: number | undefined,
): Promise<Relationship[]> {
  const identity = await database.identity(options);
  const found: Relationship[] = [];
  for (const from of matchNodes(identity, ids)) {
    const page = skip === undefined ? '' : ' ORDER BY id SKIP $skip LIMIT $limit';
    const rows = await database.read(
      `${lookUp(from, 'a')} MATCH (a)-[r]->(b)
       RETURN ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id, type(r) AS type,
              ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target, properties(r) AS properties${page}`,
      { ids: from.ids, skip: skip ?? 0, limit: RELATIONSHIPS },
      options,
    );
    for (const row of rows) found.push(relationshipOf(row));
  }
  return found;
}
