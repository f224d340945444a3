import type { NeighbourCount } from '../contract/nodes.ts';
import { explorable, matchNodes } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, orderLabels, textListOf, textOf } from './read-rows.ts';

/**
 * The relationships of a node counted by type, direction and the neighbour's most specific label, largest
 * first. A self-loop counts once, as going out.
 */
export async function countNeighbours(
  { database, options }: QueryContext,
  id: string,
): Promise<NeighbourCount[]> {
  const identity = await database.identity(options);
  const match = matchNodes(identity, [id])[0];
  if (match === undefined) return [];
  const found = match.condition('n', 'ids');
  const shown = explorable(identity, 'm');
  const rows = await database.read(
    `MATCH (n${match.pattern})-[r]->(m) WHERE ${found} AND ${shown}
     RETURN type(r) AS type, 'out' AS direction, labels(m) AS labels, count(*) AS count
     UNION ALL
     MATCH (n${match.pattern})<-[r]-(m) WHERE ${found} AND ${shown} AND elementId(n) <> elementId(m)
     RETURN type(r) AS type, 'in' AS direction, labels(m) AS labels, count(*) AS count`,
    { ids: match.ids },
    options,
  );
  const counts = new Map<string, NeighbourCount>();
  for (const row of rows) {
    const type = textOf(row, 'type');
    const direction = row.direction === 'out' ? 'out' : 'in';
    const label = orderLabels(textListOf(row.labels))[0] ?? '';
    const key = JSON.stringify([type, direction, label]);
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { type, direction, label, count: before + countOf(row, 'count') });
  }
  const keyOf = (c: NeighbourCount) => `${c.type}\u0000${c.direction}\u0000${c.label}`;
  return [...counts.values()].sort((a, b) => b.count - a.count || (keyOf(a) < keyOf(b) ? -1 : 1));
}
