import { describe, expect, it } from 'vitest';
import type { Graph, GraphNode } from '../../server/contract/graph.ts';
import { ImportProblems } from '../../server/exchange/import-problems.ts';
import { databaseLosses } from '../../server/imports/database-losses.ts';
import { checkStorable } from '../../server/imports/to-records.ts';

const NODE: GraphNode = { id: 'a', labels: ['A'], caption: 'a', properties: { id: 'a', note: 'é 😀 \0' } };
const graphOf = (node: Partial<GraphNode>, type = 'T'): Graph => ({
  nodes: [{ ...NODE, ...node }],
  relationships: [{ id: 'r', type, source: 'a', target: 'a', properties: {} }],
});

describe('what a database does not keep is told', () => {
  const lossesOf = (graph: Graph) => databaseLosses(graph, { wholeFloats: true, asText: [] });

  it('of nothing where all is kept', () => {
    expect(lossesOf(graphOf({}))).toEqual([]);
  });

  it('of halves of characters, in names, texts and lists', () => {
    expect(
      lossesOf(graphOf({ caption: 'x\uD800', properties: { one: '\uDC00', list: ['a', '\uD83D'] } })),
    ).toEqual(['Texts that hold half a character (a lone surrogate) have \uFFFD in its place (3)']);
  });

  it('of properties whose places are taken, and of empty labels and types', () => {
    expect(lossesOf(graphOf({ labels: [''], properties: { id: 'other', dataset: 'own' } }, ''))).toEqual([
      'Properties called id give way to the id of their node or relationship (1)',
      'Properties called dataset give way to the name of the dataset (1)',
      'Empty labels are left out (1)',
      'Relationships with an empty type are called RELATED_TO (1)',
    ]);
  });
});

describe('what no database takes is refused with its place', () => {
  const problemsOf = (graph: Graph) => {
    const problems = new ImportProblems('a.json');
    checkStorable(graph, problems);
    return problems.refusal().problems.map(({ message }) => message);
  };

  it.each([
    ['a label', graphOf({ labels: ['x\0'] }), 'node "a" has the label "x\\u0000" with a null character'],
    ['a type', graphOf({}, 'x\0'), 'relationship "r" has the type "x\\u0000" with a null character'],
    ['a name', graphOf({ properties: { 'x\0': 1 } }), 'node "a" has the property "x\\u0000" with a null'],
    [
      'half a name',
      graphOf({ properties: { '\uD800': 1 } }),
      'node "a" has the property "\\ud800" with half',
    ],
    ['half an id', graphOf({ id: 'a\uD800' }), 'has half a character (a lone surrogate) in its id'],
  ])('%s', (_, graph, words) => {
    expect(problemsOf(graph)).toEqual([expect.stringContaining(words)]);
  });

  it('and nothing else', () => {
    expect(problemsOf(graphOf({}))).toEqual([]);
  });
});
