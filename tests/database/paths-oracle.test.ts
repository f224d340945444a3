import { expect, it } from 'vitest';
import type { PathQuestion } from '../../server/contract/paths.ts';
import type { GraphDatabase, GraphRecords } from '../../server/database/graph-database.ts';
import { answerOnCurrent } from '../../server/paths/answer-on-current.ts';
import { answerPathQuestion } from '../../server/paths/answer-path-question.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';
import { searchChains } from '../../server/paths/search-chains.ts';
import { budgetOf } from '../../server/paths/walk-context.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { expectRightChains } from '../fixtures/expect-right-chains.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { randomQuestion } from '../fixtures/random-question.ts';

/** Graphs, of how many nodes, with how many relationships a node; questions about each; longest path asked for. */
const FAMILIES = [
  { graphs: 100, nodes: [2, 6], density: [0.5, 3], questions: 6, longest: 12 },
  { graphs: 70, nodes: [7, 14], density: [0.8, 2.2], questions: 10, longest: 12 },
  { graphs: 30, nodes: [15, 60], density: [0.8, 1.5], questions: 20, longest: 9 },
  { graphs: 4, nodes: [150, 300], density: [0.9, 1.2], questions: 50, longest: 12 },
  { graphs: 4, nodes: [150, 300], density: [1.2, 1.8], questions: 50, longest: 6 },
] as const;

interface Island {
  records: GraphRecords;
  questions: PathQuestion[];
}

/** Every random graph is an island of one graph, so that an engine loads once. */
function randomIslands(): Island[] {
  const random = randomNumbers(20230113);
  const between = ([least, most]: readonly [number, number]) => least + random() * (most - least);
  return FAMILIES.flatMap(({ graphs, nodes, density, questions, longest }, family) =>
    Array.from({ length: graphs }, (_, i) => {
      const size = Math.round(between(nodes));
      const records = randomGraph(random, size, Math.round(size * between(density)), `g${family}-${i}-`);
      const asked = Array.from({ length: questions }, () => randomQuestion(random, records, longest));
      return { records, questions: asked };
    }),
  );
}

const islands = randomIslands();
const everything: GraphRecords = {
  nodes: islands.flatMap(({ records }) => records.nodes),
  relationships: islands.flatMap(({ records }) => records.relationships),
};
const total = islands.reduce((sum, { questions }) => sum + questions.length, 0);
const earlier = new Map<string, string>();
const limits = { timeoutMs: 60_000 };

/** The same engine, whose own search of trails is not to be used. */
function withoutTrails(database: GraphDatabase): GraphDatabase {
  return new Proxy(database, {
    get: (target, name) => {
      if (name === 'trails') return undefined;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describeOnEngines('path questions about random multigraphs', everything, (engine) => {
  it(`finds for ${total} random questions what a brute-force enumeration finds, alike on every engine`, async () => {
    const { database } = engine;
    const held = new HeldLinks(database, 1_000_000);
    await held.ready();
    const plain = withoutTrails(database);
    for (const [i, { records, questions }] of islands.entries()) {
      for (const [j, question] of questions.entries()) {
        // In turn from memory, by the engine's own search where there is one, and by reading level after level.
        const graph = [{ database, held }, { database }, { database: plain }][j % 3] ?? { database };
        const { chains, found, moreExist, truncated } = await answerOnCurrent(graph, limits, (walk) => {
          expect(walk.held !== undefined).toBe(j % 3 === 0);
          return searchChains(walk, question, budgetOf(limits));
        });
        expectRightChains(records, question, chains);
        expectAlike(`${i}/${j}`, { chains, found, moreExist, truncated, question });
        if (j % 5 > 1) continue;
        const { searched, ...answer } = await answerOnCurrent(graph, limits, (walk) =>
          answerPathQuestion(walk, question, limits),
        );
        const { nodesVisited: _n, relationshipsVisited: _r, elapsedMs: _e, ...counted } = searched;
        expectAlike(`${i}/${j} told`, { ...answer, counted, question });
      }
    }
  }, 900_000);
});

/** Holds what one engine gave against what another gave before. */
function expectAlike(key: string, given: unknown): void {
  const text = JSON.stringify(given);
  const before = earlier.get(key) ?? text;
  earlier.set(key, before);
  expect(text).toBe(before);
}
