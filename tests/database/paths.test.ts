import { expect, it } from 'vitest';
import { pathQuestionSchema } from '../../server/contract/paths.ts';
import { QueryTimeout } from '../../server/database/database-errors.ts';
import type { GraphRecords } from '../../server/database/graph-database.ts';
import { answerOnCurrent } from '../../server/paths/answer-on-current.ts';
import { answerPathQuestion } from '../../server/paths/answer-path-question.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';
import { InvalidQuestion } from '../../server/paths/walk-context.ts';
import { openWalk } from '../../server/paths/walk-graph.ts';
import { describeOnEngines, type TestEngine } from '../fixtures/engines.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

const timeoutMs = 20_000;

async function ask(engine: TestEngine, question: object) {
  return answerPathQuestion(await openWalk(engine), pathQuestionSchema.parse(question), { timeoutMs });
}

describeOnEngines('path questions', treatyGraph, (engine) => {
  it('traces Japan by way of the UK to NATO when background links are let in, each hop explained', async () => {
    const answer = await ask(engine, {
      from: 'japan',
      to: 'nato',
      via: ['uk'],
      statuses: ['asserted', 'background'],
    });
    expect(answer.paths).toHaveLength(1);
    expect(answer.paths[0]).toMatchObject({
      nodeIds: ['japan', 'raa', 'uk', 'nato'],
      relationshipIds: ['r1', 'r2', 'r3'],
      length: 3,
      explanation: [
        'Japan signed the agreement.',
        'The United Kingdom signed the agreement.',
        'The United Kingdom belongs to NATO.',
      ],
    });
    const [signed, signedToo, belongs] = answer.paths[0]?.hops ?? [];
    expect(signed?.relationships[0]).toMatchObject({
      direction: 'forward',
      status: 'asserted',
      date: '2023-01',
      evidence: [{ passage: 'treaty.p1', quote: 'Japan signed it' }],
    });
    expect(signedToo?.relationships[0]).toMatchObject({ direction: 'backward' });
    expect(belongs?.relationships[0]).toMatchObject({ status: 'background', evidence: [] });
    expect(answer.graph.nodes.map((node) => node.id).sort()).toEqual(['japan', 'nato', 'raa', 'uk']);
  });

  it('never takes what the text denies, and lists parallel relationships of a hop', async () => {
    const answer = await ask(engine, { from: 'japan', to: 'nato' });
    expect(answer.paths[0]?.nodeIds).toEqual(['japan', 'kishida', 'nato']);
    expect(answer.paths[0]?.hops[1]?.relationships).toMatchObject([
      { id: 'r5', sentence: 'Kishida attended a NATO summit.', status: 'asserted' },
      { id: 'r6', status: 'attributed', speaker: 'kishida', speakerName: 'Fumio Kishida' },
    ]);
    expect(answer.graph.relationships.map(({ id }) => id).sort()).toEqual(['r4', 'r5', 'r6']);
  });

  it('counts undated relationships and leaves out those after the date asked for', async () => {
    const answer = await ask(engine, { from: 'japan', to: 'nato', asOf: '2022-12-31' });
    expect(answer.paths[0]?.nodeIds).toEqual(['japan', 'kishida', 'nato']);
    expect(answer.searched.undated).toBe(2);
    expect((await ask(engine, { from: 'japan', to: 'raa', asOf: '2022-12-31' })).paths).toEqual([]);
  });

  it('says why there is no path, and what would give one', async () => {
    const denied = await ask(engine, { from: 'japan', to: 'nato', via: ['uk'] });
    expect(denied.paths).toEqual([]);
    expect(denied.relaxations[0]).toMatchObject({
      change: '1 path with background links, which the text does not state',
      pathCount: 1,
    });
    const apart = await ask(engine, { from: 'japan', to: 'atlantis' });
    expect(apart).toMatchObject({
      reason: 'Nothing connects Japan and Atlantis: they lie on separate islands.',
      relaxations: [],
    });
    const short = await ask(engine, { from: 'japan', to: 'nato', maxLength: 1 });
    expect(short.relaxations.map(({ change }) => change)).toContain('1 path with 1 more link');
    expect(short.reason).toBe('No path within 1 link under these filters; the shortest has 2.');
    const oneWay = await ask(engine, { from: 'raa', to: 'kishida', direction: 'out' });
    expect(oneWay.reason).toContain('nothing connects');
    expect(oneWay.relaxations[0]?.change).toBe('1 path if direction is ignored');
    for (const { question, pathCount } of [
      ...denied.relaxations,
      ...short.relaxations,
      ...oneWay.relaxations,
    ]) {
      expect((await ask(engine, question)).paths).toHaveLength(pathCount);
    }
  });

  it('lifts all filters at once where each of several stands in the way', async () => {
    const blocked = { from: 'japan', to: 'nato', types: ['SIGNED'], avoid: ['kishida'] };
    const twice = await ask(engine, blocked);
    expect(twice.reason).toBe('Under these filters nothing connects Japan and NATO, at any length.');
    expect(twice.relaxations.map(({ change }) => change)).toEqual(['1 path if all filters are lifted']);
    const offWay = await ask(engine, { ...blocked, via: ['atlantis'] });
    expect(offWay.relaxations.map(({ change }) => change)).toEqual([
      '1 path if all filters are lifted, within 12 links, without the nodes on the way',
    ]);
    for (const { question, pathCount } of [...twice.relaxations, ...offWay.relaxations]) {
      expect((await ask(engine, question)).paths).toHaveLength(pathCount);
    }
  });

  it('offers as many paths as a click then gives, in every mode', async () => {
    for (const mode of ['shortest', 'all-shortest', 'k-shortest']) {
      const { relaxations } = await ask(engine, { from: 'japan', to: 'nato', maxLength: 1, mode, k: 3 });
      expect(relaxations.length).toBeGreaterThan(0);
      for (const { question, pathCount } of relaxations) {
        expect((await ask(engine, question)).paths).toHaveLength(pathCount);
      }
    }
  });

  it('names every field that makes a question impossible', async () => {
    const fieldsOf = async (question: object) => {
      const error = await ask(engine, question).catch((reason: unknown) => reason);
      if (!(error instanceof InvalidQuestion)) throw new Error(`not refused: ${JSON.stringify(question)}`);
      return error.fields.map(({ field }) => field);
    };
    expect(await fieldsOf({ from: 'nope', to: 'nato', via: ['nope2'] })).toEqual(['from', 'via.0']);
    expect(await fieldsOf({ from: 'nato', to: 'nato' })).toEqual(['to']);
    expect(await fieldsOf({ from: 'japan', to: 'nato', via: ['japan', 'uk', 'uk'] })).toEqual([
      'via.0',
      'via.2',
    ]);
    expect(await fieldsOf({ from: 'japan', to: 'nato', via: ['uk', 'raa'], maxLength: 2 })).toEqual([
      'maxLength',
    ]);
    expect(await fieldsOf({ from: 'japan', to: 'nato', avoid: ['nato'] })).toEqual(['avoid.0']);
    expect(await fieldsOf({ from: 'japan', to: 'nato', avoid: ['uk', 'nobody'] })).toEqual(['avoid.1']);
    expect(await fieldsOf({ from: 'japan', to: 'treaty' })).toEqual(['to']);
    expect(await fieldsOf({ from: 'japan', to: 'nato', types: ['SIGNED'], avoidTypes: ['SIGNED'] })).toEqual([
      'avoidTypes.0',
    ]);
  });

  it('stops when cancelled', async () => {
    const question = pathQuestionSchema.parse({ from: 'japan', to: 'nato' });
    const asked = answerPathQuestion(await openWalk(engine), question, {
      timeoutMs,
      signal: AbortSignal.abort(),
    });
    await expect(asked).rejects.toThrow();
  });
});

const RING = 20_000;
const ringAroundHub: GraphRecords = {
  nodes: ['hub', ...Array.from({ length: RING }, (_, i) => `n${i}`)].map((id) => ({
    id,
    labels: ['Entity', 'Place'],
    properties: { name: id },
  })),
  relationships: Array.from({ length: RING }, (_, i) => [
    { id: `spoke${i}`, type: 'NEAR', source: 'hub', target: `n${i}`, properties: { statement: 'Near.' } },
    {
      id: `arc${i}`,
      type: 'NEAR',
      source: `n${i}`,
      target: `n${(i + 1) % RING}`,
      properties: { statement: 'Near.' },
    },
  ]).flat(),
};

describeOnEngines('a hub with 20,000 neighbours', ringAroundHub, (engine) => {
  const bounded = async (question: object, ms: number) =>
    answerPathQuestion(await openWalk(engine), pathQuestionSchema.parse(question), { timeoutMs: ms });

  it('is passed without reading all of it when a short path exists', async () => {
    const answer = await bounded({ from: 'n1', to: 'n9000' }, timeoutMs);
    expect(answer.paths[0]?.nodeIds).toEqual(['n1', 'hub', 'n9000']);
    expect(answer.searched.relationshipsVisited ?? 0).toBeLessThan(100);
  });

  it('is never left from memory where there is another way round, also when it is asked about itself', async () => {
    const { database } = engine;
    const held = new HeldLinks(database, 100_000);
    await held.ready();
    for (const [from, to] of [
      ['hub', 'n9000'],
      ['n9000', 'hub'],
      ['n1', 'n9000'],
    ]) {
      const question = pathQuestionSchema.parse({ from, to });
      const { paths, searched } = await answerOnCurrent({ database, held }, { timeoutMs }, (walk, limits) =>
        answerPathQuestion(walk, question, limits),
      );
      expect(paths).toHaveLength(1);
      expect(searched.relationshipsVisited).toBeGreaterThan(0);
      expect(searched.relationshipsVisited).toBeLessThan(20);
    }
  });

  it('is asked for ten paths away from itself, and up to itself, without going through it again', async () => {
    for (const ends of [
      { from: 'hub', to: 'n9000' },
      { from: 'n9000', to: 'hub' },
    ]) {
      const answer = await bounded({ ...ends, mode: 'k-shortest', k: 10 }, timeoutMs);
      expect(answer.truncated).toBe(false);
      expect(answer.paths.map((path) => path.length)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
      // Once from the hub, both ways of each; the rest are neighbours on the ring.
      expect(answer.searched.relationshipsVisited ?? 0).toBeLessThan(RING * 1.1);
    }
  });

  it('ends a search of millions of paths at its limit with what was found, and lets others in meanwhile', async () => {
    // What an engine prepares for its first question is not what is limited here.
    await bounded({ from: 'n1', to: 'n9000' }, timeoutMs);
    const wide = { from: 'n1', to: 'n9000', mode: 'k-shortest', k: 25, maxLength: 12 };
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 5);
    // Machines differ: the limit is the first at which something was found, far from enough for all.
    const within = (ms: number) =>
      bounded(wide, ms).catch((error: unknown) => {
        if (error instanceof QueryTimeout) return undefined;
        throw error;
      });
    let limit = 100;
    let answer = await within(limit);
    while (!answer?.paths.length && limit < 20_000) {
      limit *= 1.5;
      answer = await within(limit);
    }
    clearInterval(others);
    expect(answer?.truncated).toBe(true);
    expect(answer?.searched.moreExist).toBeNull();
    expect(answer?.paths[0]?.nodeIds).toEqual(['n1', 'hub', 'n9000']);
    expect(turns).toBeGreaterThan(10);
    const health = await engine.database.read('RETURN 1 AS one');
    expect(health).toEqual([{ one: 1 }]);
  });

  it('says that it ended early when it had found nothing by then', async () => {
    const answer = await bounded({ from: 'n1', to: 'n400', via: ['n200'], maxLength: 12 }, 5_000);
    expect(answer).toMatchObject({ paths: [], truncated: true });
    expect(answer.reason).toContain('ended early');
  });
});
