import type { GraphNode } from '../contract/graph.ts';
import { matchNodes, nodeIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { nodeOf } from './read-rows.ts';

/** The nodes with these ids, in the order asked; unknown ids are left out. Also finds documents and passages. */
export async function findNodes(
  { database, options }: QueryContext,
  ids: readonly string[],
): Promise<GraphNode[]> {
  const identity = await database.identity(options);
  const found = new Map<string, GraphNode>();
  const collect = async (pattern: string, condition: string, wanted: string[]) => {
    const rows = await database.read(
      `MATCH (n${pattern}) WHERE ${condition}
       RETURN ${nodeIdOf(identity, 'n')} AS id, labels(n) AS labels, properties(n) AS properties`,
      { ids: wanted },
      options,
    );
    for (const row of rows) {
      const node = nodeOf(row);
      found.set(node.id, node);
    }
  };
  for (const match of matchNodes(identity, [...new Set(ids)])) {
    await collect(match.pattern, match.condition('n', 'ids'), match.ids);
    if (match.pattern === '') continue;
    for (const label of [':Passage', ':SourceDocument']) {
      const missing = match.ids.filter((id) => !found.has(id));
      if (missing.length > 0) await collect(label, 'n.id IN $ids', missing);
    }
  }
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
}
