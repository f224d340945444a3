import type { NeighboursQuery, NeighboursResponse } from '../contract/nodes.ts';
import { findNodes } from './find-nodes.ts';
import { explorable, matchNodes, nodeIdOf, relationshipIdOf } from './public-ids.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, relationshipOf, textOf } from './read-rows.ts';

/** A cursor that no page handed out. */
export class InvalidCursor extends Error {
  override name = 'InvalidCursor';
}

const CURSOR = /^after:(.+)$/s;

function writeCursor(lastId: string): string {
  return Buffer.from(`after:${lastId}`).toString('base64url');
}

function readCursor(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const id = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (id === undefined) throw new InvalidCursor('is not a cursor that a page handed out');
  return id;
}

/**
 * A page of the relationships of a node with their other ends, ordered by relationship id. The cursor holds
 * the last id of a page, so pages never repeat or skip one, also when the graph changes in between.
 */
export async function listNeighbours(
  context: QueryContext,
  id: string,
  { types, labels, direction, limit, cursor }: NeighboursQuery,
): Promise<NeighboursResponse> {
  const { database, options } = context;
  const after = readCursor(cursor);
  const identity = await database.identity(options);
  const match = matchNodes(identity, [id])[0];
  if (match === undefined) return { graph: { nodes: [], relationships: [] }, total: 0, nextCursor: null };

  const conditions = [match.condition('n', 'ids'), explorable(identity, 'm')];
  if (types !== undefined && types.length > 0) conditions.push('type(r) IN $types');
  if (labels !== undefined && labels.length > 0) conditions.push('any(l IN labels(m) WHERE l IN $labels)');
  const parameters = { ids: match.ids, types: types ?? [], labels: labels ?? [], after, limit: limit + 1 };

  const arms: { pattern: string; ends: [string, string]; where: string }[] = [];
  if (direction !== 'in') {
    arms.push({ pattern: `(n${match.pattern})-[r]->(m)`, ends: ['n', 'm'], where: conditions.join(' AND ') });
  }
  if (direction !== 'out') {
    // A self-loop goes out and comes in; with both directions asked it counts once.
    const once = direction === 'any' ? ['elementId(n) <> elementId(m)'] : [];
    arms.push({
      pattern: `(n${match.pattern})<-[r]-(m)`,
      ends: ['m', 'n'],
      where: [...conditions, ...once].join(' AND '),
    });
  }

  let total = 0;
  const rows = [];
  for (const { pattern, ends, where } of arms) {
    const relationshipId = relationshipIdOf(identity, 'r', ends[0], ends[1]);
    const counted = await database.read(
      `MATCH ${pattern} WHERE ${where} RETURN count(r) AS count`,
      parameters,
      options,
    );
    total += countOf(counted[0], 'count');
    rows.push(
      ...(await database.read(
        `MATCH ${pattern} WHERE ${where}
         WITH n, r, m, ${relationshipId} AS id WHERE id > $after
         RETURN id, type(r) AS type, ${nodeIdOf(identity, ends[0])} AS source, ${nodeIdOf(identity, ends[1])} AS target,
                properties(r) AS properties
         ORDER BY id LIMIT $limit`,
        parameters,
        options,
      )),
    );
  }
  rows.sort((a, b) => (textOf(a, 'id') < textOf(b, 'id') ? -1 : 1));
  const relationships = rows.slice(0, limit).map(relationshipOf);
  const nodeIds = [id, ...relationships.flatMap((r) => [r.source, r.target])];
  const last = relationships.at(-1);
  return {
    graph: { nodes: await findNodes(context, nodeIds), relationships },
    total,
    nextCursor: rows.length > limit && last !== undefined ? writeCursor(last.id) : null,
  };
}
