import { expect, it } from 'vitest';
import {
  comparisonRequestSchema,
  connectionRequestSchema,
  surroundingsRequestSchema,
} from '../../server/contract/neighbourhoods.ts';
import { answerOnCurrent } from '../../server/paths/answer-on-current.ts';
import { compareNodes } from '../../server/paths/compare-nodes.ts';
import { connectNodes } from '../../server/paths/connect-nodes.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';
import { listSurroundings } from '../../server/paths/list-surroundings.ts';
import { InvalidQuestion } from '../../server/paths/walk-context.ts';
import type { AskedGraph, WalkGraph } from '../../server/paths/walk-graph.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

const limits = { timeoutMs: 20_000 };
/** In memory where it is asked so. */
function walkAsked(graph: AskedGraph, walk: WalkGraph): WalkGraph {
  expect(walk.held !== undefined).toBe(graph.held !== undefined);
  return walk;
}
const compare = (graph: AskedGraph, request: object) =>
  answerOnCurrent(graph, limits, (walk, within) =>
    compareNodes(walkAsked(graph, walk), comparisonRequestSchema.parse(request), within),
  );
const around = (graph: AskedGraph, request: object) =>
  answerOnCurrent(graph, limits, (walk, within) =>
    listSurroundings(walkAsked(graph, walk), surroundingsRequestSchema.parse(request), within),
  );
const connect = (graph: AskedGraph, request: object) =>
  answerOnCurrent(graph, limits, (walk, within) =>
    connectNodes(walkAsked(graph, walk), connectionRequestSchema.parse(request), within),
  );

describeOnEngines('questions about neighbourhoods', treatyGraph, (engine) => {
  it('tells what two nodes share, and what only one is tied to, with the words behind it', async () => {
    const answer = await compare(engine, {
      a: 'japan',
      b: 'uk',
      statuses: ['asserted', 'planned', 'background'],
    });
    expect(answer.common).toMatchObject([
      {
        node: 'raa',
        withA: [
          { id: 'r1', sentence: 'Japan signed the agreement.', evidence: [{ quote: 'Japan signed it' }] },
        ],
        withB: [{ id: 'r2', direction: 'forward' }],
      },
    ]);
    expect(answer.onlyA.map(({ node }) => node)).toEqual(['kishida', 'spending']);
    expect(answer.onlyB.map(({ node }) => node)).toEqual(['nato']);
    expect(answer.totals).toEqual({ common: 1, onlyA: 2, onlyB: 1 });
    expect(answer.direct).toEqual([]);
    expect(answer.graph.relationships.map(({ id }) => id).sort()).toEqual(['r1', 'r2', 'r3', 'r4', 'r9']);
    const tied = await compare(engine, { a: 'japan', b: 'kishida' });
    expect(tied.direct.map(({ id }) => id)).toEqual(['r4']);
    const few = await compare(engine, { a: 'japan', b: 'uk', limit: 1 });
    expect(few.onlyA).toHaveLength(1);
    expect(few.totals.onlyA).toBe(2);
  });

  it('counts what lies within some hops before it gives it', async () => {
    const counted = await around(engine, { nodeIds: ['nato'], hops: 2, countOnly: true });
    expect(counted).toEqual({
      levels: [1, 1],
      nodeCount: 3,
      relationshipCount: 3,
      truncated: false,
      graph: null,
    });
    const given = await around(engine, { nodeIds: ['nato'], hops: 2 });
    expect(given.graph?.nodes.map(({ id }) => id).sort()).toEqual(['japan', 'kishida', 'nato']);
    expect(given.graph?.relationships.map(({ id }) => id).sort()).toEqual(['r4', 'r5', 'r6']);
    const all = await around(engine, { nodeIds: ['atlantis'], hops: 6 });
    expect(all).toMatchObject({ levels: [1, 0], nodeCount: 2, relationshipCount: 1 });
  });

  it('connects several nodes by the smallest subgraph, and says that it is proven', async () => {
    const answer = await connect(engine, { nodeIds: ['uk', 'kishida', 'spending'] });
    expect(answer).toMatchObject({ connected: true, proven: true, apart: [] });
    expect([...answer.nodeIds].sort()).toEqual(['japan', 'kishida', 'raa', 'spending', 'uk']);
    expect(answer.ties).toHaveLength(4);
    expect(answer.graph.relationships.map(({ id }) => id).sort()).toEqual(['r1', 'r2', 'r4', 'r9']);
  });

  it('tells which nodes lie apart', async () => {
    const answer = await connect(engine, { nodeIds: ['japan', 'atlantis', 'kishida'] });
    expect(answer).toMatchObject({
      connected: false,
      proven: true,
      apart: [['japan', 'kishida'], ['atlantis']],
    });
  });

  it('refuses unknown and repeated nodes by field', async () => {
    const fieldsOf = async (asked: Promise<unknown>) => {
      const error = await asked.catch((reason: unknown) => reason);
      return error instanceof InvalidQuestion ? error.fields.map(({ field }) => field) : error;
    };
    expect(await fieldsOf(compare(engine, { a: 'nope', b: 'uk' }))).toEqual(['a']);
    expect(await fieldsOf(compare(engine, { a: 'uk', b: 'uk' }))).toEqual(['b']);
    expect(await fieldsOf(compare(engine, { a: 'uk', b: 'japan', avoid: ['uk'] }))).toEqual(['a']);
    expect(await fieldsOf(compare(engine, { a: 'uk', b: 'japan', avoid: ['nobody'] }))).toEqual(['avoid.0']);
    expect(await fieldsOf(around(engine, { nodeIds: ['uk', 'treaty'] }))).toEqual(['nodeIds.1']);
    expect(await fieldsOf(connect(engine, { nodeIds: ['uk', 'uk', 'nope'] }))).toEqual([
      'nodeIds.1',
      'nodeIds.2',
    ]);
  });
});

const random = randomNumbers(77);
const records = randomGraph(random, 30, 55);
const answers = new Map<number, string>();

describeOnEngines('neighbourhoods of a random graph', records, (engine) => {
  it('are the same on every engine, and from memory', async () => {
    const { database } = engine;
    const held = new HeldLinks(database, 10_000);
    await held.ready();
    expect(held.latest).toBeDefined();
    for (let n = 0; n < 40; n++) {
      const i = Math.floor(n / 2);
      const graph = n % 2 === 0 ? { database } : { database, held };
      const id = (offset: number) => `n${(i * 7 + offset * 5) % 30}`;
      const given = [
        await compare(graph, { a: id(0), b: id(1) }),
        await around(graph, { nodeIds: [id(0)], hops: 1 + (i % 4), direction: i % 2 === 0 ? 'any' : 'out' }),
        await connect(graph, { nodeIds: [id(0), id(1), id(2), id(3)].slice(0, 3 + (i % 2)) }),
      ];
      const text = JSON.stringify(given);
      expect(answers.get(i) ?? text).toBe(text);
      answers.set(i, text);
    }
  });
});
