import { expect, it } from 'vitest';
import { type PathQuestion, pathQuestionSchema } from '../../server/contract/paths.ts';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { answerOnCurrent } from '../../server/paths/answer-on-current.ts';
import { answerPathQuestion } from '../../server/paths/answer-path-question.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';
import type { AskedGraph } from '../../server/paths/walk-graph.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

const question: PathQuestion = pathQuestionSchema.parse({
  from: 'japan',
  to: 'nato',
  mode: 'k-shortest',
  statuses: ['asserted', 'background'],
});

function ask(graph: AskedGraph) {
  return answerOnCurrent(graph, { timeoutMs: 20_000 }, (walk, limits) =>
    answerPathQuestion(walk, question, limits),
  );
}

/** An engine that never comes to the end of the links of a level, as at a node with very many neighbours. */
function endlessAtLevels(database: GraphDatabase) {
  const givenUp: string[] = [];
  const endless = new Proxy(database, {
    get(target, name) {
      if (name !== 'read') {
        const value = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      const read: GraphDatabase['read'] = (cypher, parameters, options) => {
        if (!cypher.includes('$excluded')) return target.read(cypher, parameters, options);
        return new Promise((_, reject) => {
          options?.signal?.addEventListener('abort', () => {
            givenUp.push(cypher);
            reject(new Error('given up'));
          });
        });
      };
      return read;
    },
  });
  return { endless, givenUp };
}

describeOnEmbedded('the first question after a start', treatyGraph, (engine) => {
  it('is answered from memory as soon as the links are there, whatever the engine still reads', async () => {
    const { endless, givenUp } = endlessAtLevels(engine.database);
    const graph = { database: endless, held: new HeldLinks(endless, 10_000) };
    const first = await ask(graph);
    expect(first.truncated).toBe(false);
    expect(first.paths.length).toBeGreaterThan(1);
    expect(givenUp).toHaveLength(1);
    const plain = await ask(engine);
    expect(first.paths).toEqual(plain.paths);
    expect(first.graph).toEqual(plain.graph);
  });

  it('is answered by the engine where the graph is too large to be held', async () => {
    const graph = { database: engine.database, held: new HeldLinks(engine.database, 1) };
    const plain = await ask(engine);
    for (const _ of ['first', 'second']) {
      const answer = await ask(graph);
      expect(answer.paths).toEqual(plain.paths);
    }
  });

  it('gives the same as the next ones, told from memory without another query', async () => {
    const asked: string[] = [];
    const counting = new Proxy(engine.database, {
      get(target, name) {
        const value = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...all: unknown[]) => {
          if (name === 'read') asked.push(String(all[0]));
          return value.apply(target, all);
        };
      },
    });
    const graph = { database: counting, held: new HeldLinks(counting, 10_000) };
    const first = await ask(graph);
    await graph.held.ready();
    await expect.poll(() => graph.held.latest?.details.relationships.get('r3')).toBeDefined();
    asked.length = 0;
    const next = await ask(graph);
    expect(asked).toEqual([]);
    expect(next.paths).toEqual(first.paths);
    expect(next.graph).toEqual(first.graph);
  });
});
