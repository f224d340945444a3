import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GraphPart, graphPartSchema, graphResponseSchema } from '../../server/contract/nodes.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';

const graph = randomGraph(randomNumbers(5), 2500, 6000);

async function partsOf(app: ServedApp, query: string): Promise<GraphPart[]> {
  const answer = await fetch(`${app.address}/api/graph/parts?${query}`);
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  const lines = (await answer.text()).trimEnd().split('\n');
  return lines.map((line) => graphPartSchema.parse(JSON.parse(line)));
}

function joined(parts: readonly GraphPart[]) {
  return {
    nodes: parts.flatMap((part) => ('nodes' in part ? part.nodes : [])),
    relationships: parts.flatMap((part) => ('relationships' in part ? part.relationships : [])),
  };
}

describeOnEngines('the graph, part by part', graph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database);
  });
  afterAll(() => app.close());

  it('is the same as in one piece, tells first how much will come, and says when it is complete', async () => {
    const whole = await app.get('/api/graph?limit=20000', graphResponseSchema);
    const parts = await partsOf(app, 'limit=20000');
    expect(joined(parts)).toEqual(whole.graph);
    expect(parts[0]).toEqual({ nodeCount: 2500, truncated: false, nodesToCome: 2500 });
    expect(parts).toContainEqual({ relationshipsToCome: 6000 });
    expect(parts.at(-1)).toEqual({ end: true });
    expect(parts.filter((part) => 'nodes' in part).length).toBeGreaterThan(1);
    expect(await partsOf(app, 'limit=20000')).toEqual(parts);
  });

  it('gives the best connected nodes, only some kinds or types, with what ties them', async () => {
    const best = joined(await partsOf(app, 'limit=400'));
    expect(best.nodes).toHaveLength(400);
    const ids = new Set(best.nodes.map(({ id }) => id));
    const among = graph.relationships.filter(({ source, target }) => ids.has(source) && ids.has(target));
    expect(best.relationships.map(({ id }) => id)).toEqual(among.map(({ id }) => id).sort());

    const some = joined(await partsOf(app, 'limit=20000&labels=Person,Country&types=SIGNED'));
    expect(new Set(some.nodes.flatMap(({ labels }) => labels))).toEqual(
      new Set(['Person', 'Country', 'Entity']),
    );
    expect(some.nodes).toHaveLength(graph.nodes.filter(({ labels }) => !labels.includes('Agreement')).length);
    expect(new Set(some.relationships.map(({ type }) => type))).toEqual(new Set(['SIGNED']));
    expect(some.relationships.length).toBeGreaterThan(0);
  });

  it('names what is wrong with a question', async () => {
    expect((await app.refused('/api/graph/parts?limit=20001')).detail).toContain('limit');
    expect((await app.refused('/api/graph/parts?label=Person')).code).toBe('invalid_request');
  });
});
