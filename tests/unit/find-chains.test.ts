import { describe, expect, it } from 'vitest';
import { type PathQuestion, pathQuestionSchema } from '../../server/contract/paths.ts';
import type { GraphRecords } from '../../server/database/graph-database.ts';
import { findChains } from '../../server/paths/find-chains.ts';
import type { Link } from '../../server/paths/link-store.ts';
import type { LinkSource } from '../../server/paths/read-links.ts';
import { ResumableSearch } from '../../server/paths/resumable-search.ts';
import { SearchBudget } from '../../server/paths/search-budget.ts';
import { expectRightChains } from '../fixtures/expect-right-chains.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';

/** Gives the links of records from memory, with direction and avoided nodes as the only filters. */
function memorySource({ relationships }: GraphRecords, question: PathQuestion): LinkSource {
  const links: Link[] = relationships
    .filter((r) => r.properties.status !== 'negated')
    .flatMap((r): Link[] => {
      const link = {
        relationship: r.id,
        type: r.type,
        status: String(r.properties.status),
        date: undefined,
        evidence: 1,
      };
      const forward = { ...link, from: r.source, to: r.target, forward: true };
      const backward = { ...link, from: r.target, to: r.source, forward: false };
      return question.direction === 'out' ? [forward] : [forward, backward];
    })
    .filter((link) => !question.avoid.includes(link.from) && !question.avoid.includes(link.to));
  return {
    async read(nodes, side) {
      return links.filter((link) => nodes.includes(side === 'ahead' ? link.from : link.to));
    },
  };
}

const plenty = () => new SearchBudget({ time: 60_000, links: 1e6, steps: 1e7 });
const everything = { statuses: ['asserted', 'attributed', 'planned', 'background'] } as const;

describe('findChains', () => {
  it('agrees with a brute-force enumeration on 3,000 random multigraphs', async () => {
    const random = randomNumbers(20230113);
    for (let i = 0; i < 3_000; i++) {
      const nodeCount = 2 + Math.floor(random() * 12);
      const records = randomGraph(random, nodeCount, Math.floor(random() * nodeCount * 2.5));
      const ids = records.nodes.map((node) => node.id).sort(() => random() - 0.5);
      const viaCount = Math.min(ids.length - 2, Math.floor(random() * 3));
      const question = pathQuestionSchema.parse({
        from: ids[0],
        to: ids[1],
        via: ids.slice(2, 2 + viaCount),
        avoid: random() < 0.3 ? ids.slice(2 + viaCount, 3 + viaCount) : [],
        mode: (['shortest', 'all-shortest', 'k-shortest'] as const)[i % 3],
        k: 1 + Math.floor(random() * 25),
        maxLength: 1 + viaCount + Math.floor(random() * 7),
        direction: random() < 0.4 ? 'out' : 'any',
        ...everything,
      });
      const source = memorySource(records, question);
      // Whichever side goes on first, the paths are the same.
      if (i % 2 === 0) source.sizeOf = () => random();
      const { chains, truncated } = await findChains(question, source, plenty());
      expect(truncated).toBe(false);
      expectRightChains(records, question, chains);
    }
  });

  it('finds by going on what it finds by starting anew', async () => {
    const random = randomNumbers(5);
    for (let i = 0; i < 300; i++) {
      const nodeCount = 4 + Math.floor(random() * 16);
      const records = randomGraph(random, nodeCount, Math.floor(nodeCount * (0.8 + random())));
      const question = pathQuestionSchema.parse({
        from: 'n0',
        to: 'n1',
        via: random() < 0.3 ? ['n2'] : [],
        mode: random() < 0.5 ? 'all-shortest' : 'k-shortest',
        k: 1 + Math.floor(random() * 10),
        maxLength: 1 + Math.floor(random() * 3),
        ...everything,
      });
      const source = memorySource(records, question);
      const search = new ResumableSearch(question, source);
      await search.find(question, plenty());
      const gap = await search.measureGap(plenty());
      expect(gap).toEqual(await new ResumableSearch(question, source).measureGap(plenty()));
      for (const more of [0, 1, 2, 4]) {
        const other = { ...question, maxLength: question.maxLength + more };
        const { links: _, ...further } = await search.find(other, plenty());
        const { links: _links, apart: _apart, ...anew } = await findChains(other, source, plenty());
        expect(further).toMatchObject(anew);
      }
      expect(search.spent).toBe(false);
    }
  });

  it('says whether more paths exist', async () => {
    const square: GraphRecords = {
      nodes: ['a', 'b', 'c', 'd'].map((id) => ({ id, labels: ['Entity'], properties: {} })),
      relationships: ['ab', 'bd', 'ac', 'cd'].map((ends) => ({
        id: ends,
        type: 'T',
        source: ends.charAt(0),
        target: ends.charAt(1),
        properties: { status: 'asserted' },
      })),
    };
    const ask = (extra: object) => {
      const question = pathQuestionSchema.parse({ from: 'a', to: 'd', ...extra });
      return findChains(question, memorySource(square, question), plenty());
    };
    expect(await ask({ mode: 'shortest' })).toMatchObject({
      chains: [['a', 'b', 'd']],
      found: 2,
      moreExist: true,
    });
    expect(await ask({ mode: 'all-shortest' })).toMatchObject({ found: 2, moreExist: false });
    expect(await ask({ mode: 'k-shortest', k: 25 })).toMatchObject({ found: 2, moreExist: false });
    expect(await ask({ avoid: ['b', 'c'] })).toMatchObject({ chains: [], apart: ['a', 'd'] });
    expect(await ask({ maxLength: 1 })).toMatchObject({ chains: [], moreExist: false });
  });

  it('prefers the chain with the stronger evidence among equally long ones', async () => {
    const links = (b: string, c: string): GraphRecords => ({
      nodes: [],
      relationships: [
        { id: '1', type: 'T', source: 'a', target: 'b', properties: { status: b } },
        { id: '2', type: 'T', source: 'b', target: 'd', properties: { status: 'asserted' } },
        { id: '3', type: 'T', source: 'a', target: 'c', properties: { status: c } },
        { id: '4', type: 'T', source: 'c', target: 'd', properties: { status: 'asserted' } },
      ],
    });
    const question = pathQuestionSchema.parse({ from: 'a', to: 'd', ...everything });
    const best = async (records: GraphRecords) =>
      (await findChains(question, memorySource(records, question), plenty())).chains[0];
    expect(await best(links('asserted', 'asserted'))).toEqual(['a', 'b', 'd']);
    expect(await best(links('planned', 'asserted'))).toEqual(['a', 'c', 'd']);
    expect(await best(links('planned', 'background'))).toEqual(['a', 'b', 'd']);
  });

  it('ends a search of millions of paths within its budget and keeps what it found', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const complete: GraphRecords = {
      nodes: [],
      relationships: ids.flatMap((a, i) =>
        ids.slice(i + 1).map((b) => ({
          id: `${a}-${b}`,
          type: 'T',
          source: a,
          target: b,
          properties: { status: 'asserted' },
        })),
      ),
    };
    const question = pathQuestionSchema.parse({
      from: 'n0',
      to: 'n1',
      via: ['n2', 'n3'],
      mode: 'k-shortest',
      k: 25,
      maxLength: 12,
    });
    const budget = new SearchBudget({ time: 60_000, links: 1e6, steps: 2_000 });
    const answer = await findChains(question, memorySource(complete, question), budget);
    expect(answer.truncated).toBe(true);
    expect(answer.moreExist).toBeNull();
    expect(answer.chains[0]).toEqual(['n0', 'n2', 'n3', 'n1']);
  });

  it('stops when cancelled', async () => {
    const records = randomGraph(randomNumbers(7), 10, 20);
    const question = pathQuestionSchema.parse({ from: 'n0', to: 'n1' });
    const budget = new SearchBudget({ time: 60_000, links: 1e6, steps: 1e6 }, AbortSignal.abort());
    const source = new (class implements LinkSource {
      async read(_nodes: readonly string[], _side: 'ahead' | 'behind', own: SearchBudget): Promise<Link[]> {
        own.checkTime();
        return memorySource(records, question).read(['n0'], 'ahead', own);
      }
    })();
    await expect(findChains(question, source, budget)).rejects.toThrow();
  });
});
