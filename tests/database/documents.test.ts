import { expect, it } from 'vitest';
import { describeOnEngines, type TestEngine } from '../fixtures/engines.ts';
import { CAKE, recordsOf, TEA } from '../fixtures/two-documents.ts';

async function idsIn({ database }: TestEngine): Promise<unknown[]> {
  const nodes = await database.read('MATCH (n) RETURN n.id AS id ORDER BY id');
  const relationships = await database.read('MATCH ()-[r]->() RETURN r.id AS id ORDER BY id');
  return [...nodes, ...relationships].map(({ id }) => id);
}

describeOnEngines('documents', recordsOf(TEA), (engine) => {
  it('meet in the nodes they share, and take along only what they alone said', async () => {
    const alone = await idsIn(engine);
    await engine.load(recordsOf(TEA, CAKE));
    const rows = await engine.database.read(
      `MATCH (a:Entity)-[r]->(b:Entity) WHERE r.id = $id
       RETURN a.documents AS of, r.documents AS said, size(r.evidence) AS quotes`,
      { id: 'r1' },
    );
    expect(rows).toEqual([{ of: ['tea', 'cake'], said: ['tea', 'cake'], quotes: 2 }]);
    const own = ['cake', 'cake.p1', 'eve', 'cake-r1', 'cake.p1.of'];
    const together = await idsIn(engine);
    expect(together.filter((id) => !alone.includes(id))).toEqual(own);
    await engine.load(recordsOf(TEA));
    expect(await idsIn(engine)).toEqual(alone);
  });
});
