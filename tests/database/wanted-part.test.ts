import { expect, it } from 'vitest';
import { QueryRefused } from '../../server/database/database-errors.ts';
import { ExportRefused } from '../../server/export/export-target.ts';
import { partOfPath, partOfQuery, type WantedPart } from '../../server/export/wanted-part.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

const sorted = ({ nodeIds, relationshipIds }: WantedPart) => [
  [...nodeIds].sort(),
  relationshipIds && [...relationshipIds].sort(),
];

describeOnEngines('a part of the graph that is to be written', treatyGraph, (engine) => {
  const context = () => ({ database: engine.database });
  const path = (...ids: string[]) => partOfPath(context(), ids, { timeoutMs: 20_000 });

  it('is the shortest paths by way of others, with all relationships of each hop', async () => {
    const part = await path('japan', 'kishida', 'nato');
    expect(sorted(part)).toEqual([
      ['japan', 'kishida', 'nato'],
      ['r4', 'r5', 'r6'],
    ]);
    expect(part.about?.question).toBe('The shortest paths: Japan – Fumio Kishida – NATO');
    expect(part.about?.paths.map(({ nodeIds }) => nodeIds)).toEqual([['japan', 'kishida', 'nato']]);
  });

  it.each([
    [['japan', 'lemuria'], 'separate islands'],
    [['japan', 'nope'], 'to there is no node with the id "nope"'],
    [['japan'], 'two to six ids'],
    [[], 'two to six ids'],
  ])('refuses the path %j in plain words', async (ids, words) => {
    const refused = path(...ids);
    await expect(refused).rejects.toThrow(ExportRefused);
    await expect(refused).rejects.toThrow(words);
  });

  it('is what a query returns: nodes alone with all among them', async () => {
    expect(sorted(await partOfQuery(context(), 'MATCH (n:Country) RETURN n'))).toEqual([
      ['japan', 'uk'],
      undefined,
    ]);
  });

  it('is what a query returns: relationships, each with its ends, also in lists, maps and paths', async () => {
    const returned = [
      'MATCH ()-[r:SIGNED]->() RETURN r',
      'MATCH (a)-[r:SIGNED]->(b) RETURN collect(r) AS all',
      'MATCH (a)-[r:SIGNED]->(b) RETURN {one: r, name: a.name} AS map',
      'MATCH p = (a)-[:SIGNED]->(b) RETURN p',
      'MATCH (a)-[r:SIGNED]->(b) RETURN a.name AS name, a, r, b',
    ];
    for (const cypher of returned) {
      expect(sorted(await partOfQuery(context(), cypher)), cypher).toEqual([
        ['japan', 'raa', 'uk'],
        ['r1', 'r2'],
      ]);
    }
  });

  it('leaves out documents and passages, and keeps self-loops', async () => {
    const all = await partOfQuery(context(), 'MATCH (a)-[r]->(b) RETURN a, r, b');
    expect(all.nodeIds).toHaveLength(8);
    expect(all.relationshipIds).toHaveLength(10);
  });

  it('refuses a query that returns nothing to write, fails or writes', async () => {
    await expect(partOfQuery(context(), 'MATCH (n:Country) RETURN n.name AS name')).rejects.toThrow(
      ExportRefused,
    );
    await expect(partOfQuery(context(), 'MATCH (n:Nothing) RETURN n')).rejects.toThrow(ExportRefused);
    await expect(partOfQuery(context(), 'MATCH (n RETURN n')).rejects.toThrow(QueryRefused);
    await expect(partOfQuery(context(), 'CREATE (n:New) RETURN n')).rejects.toThrow();
    expect(await engine.database.read('MATCH (n:New) RETURN count(n) AS c')).toEqual([{ c: 0 }]);
  });
});
