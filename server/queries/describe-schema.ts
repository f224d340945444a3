import type { GraphSchema } from '../contract/schema.ts';
import type { Row } from '../database/graph-database.ts';
import { countGraph } from './count-graph.ts';
import type { QueryContext } from './query-context.ts';
import { countOf, orderLabels, textListOf, textOf } from './read-rows.ts';

const byCountThenName =
  <T extends { count: number }>(nameOf: (item: T) => string) =>
  (a: T, b: T) =>
    b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1);

function propertiesBy(rows: readonly Row[], column: string) {
  const uses = new Map<string, { name: string; count: number }[]>();
  for (const row of rows) {
    const name = textOf(row, column);
    const list = uses.get(name) ?? [];
    list.push({ name: textOf(row, 'key'), count: countOf(row, 'count') });
    uses.set(name, list);
  }
  for (const list of uses.values()) list.sort(byCountThenName((use) => use.name));
  return uses;
}

/** Everything that the database holds, counted exactly: labels, types, how they meet, their properties. */
export async function describeSchema(context: QueryContext): Promise<GraphSchema> {
  const { database, options } = context;
  const read = (cypher: string) => database.read(cypher, {}, options);
  const counts = await countGraph(context);
  const labels = await read('MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS count');
  const labelKeys = await read(
    'MATCH (n) UNWIND labels(n) AS label UNWIND keys(n) AS key RETURN label, key, count(*) AS count',
  );
  const typeKeys = await read(
    'MATCH ()-[r]->() UNWIND keys(r) AS key RETURN type(r) AS type, key, count(*) AS count',
  );
  const meetings = await read(
    'MATCH (a)-[r]->(b) RETURN labels(a) AS fromLabels, type(r) AS type, labels(b) AS toLabels, count(*) AS count',
  );
  const statuses = await read(
    'MATCH ()-[r]->() WHERE r.status IS NOT NULL RETURN r.status AS status, count(*) AS count',
  );

  const types = new Map<string, number>();
  const triples = new Map<string, GraphSchema['triples'][number]>();
  for (const row of meetings) {
    const type = textOf(row, 'type');
    const from = orderLabels(textListOf(row.fromLabels))[0] ?? '';
    const to = orderLabels(textListOf(row.toLabels))[0] ?? '';
    const count = countOf(row, 'count');
    types.set(type, (types.get(type) ?? 0) + count);
    const key = JSON.stringify([from, type, to]);
    triples.set(key, { from, type, to, count: (triples.get(key)?.count ?? 0) + count });
  }
  const labelProperties = propertiesBy(labelKeys, 'label');
  const typeProperties = propertiesBy(typeKeys, 'type');
  return {
    ...counts,
    labels: labels
      .map((row) => {
        const label = textOf(row, 'label');
        return { label, count: countOf(row, 'count'), properties: labelProperties.get(label) ?? [] };
      })
      .sort(byCountThenName((item) => item.label)),
    types: [...types]
      .map(([type, count]) => ({ type, count, properties: typeProperties.get(type) ?? [] }))
      .sort(byCountThenName((item) => item.type)),
    triples: [...triples.values()].sort(byCountThenName((t) => `${t.from}\u0000${t.type}\u0000${t.to}`)),
    statuses: statuses
      .map((row) => ({ status: textOf(row, 'status'), count: countOf(row, 'count') }))
      .sort(byCountThenName((item) => item.status)),
  };
}
