import { expect, it } from 'vitest';
import { describeOnEngines } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

describeOnEngines('loading', smallGraph, (engine) => {
  it('has the same counts when run twice', async () => {
    const counts = { nodeCount: 5, relationshipCount: 3 };
    expect(await engine.load(smallGraph)).toEqual(counts);
    expect(await engine.load(smallGraph)).toEqual(counts);
    expect(await engine.database.read('MATCH (n) RETURN count(n) AS nodes')).toEqual([{ nodes: 5 }]);
    expect(await engine.database.read('MATCH ()-[r]->() RETURN count(r) AS c')).toEqual([{ c: 3 }]);
    expect(await engine.database.identity()).toBe('own');
  });
});
