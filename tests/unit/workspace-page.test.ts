import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleQuestions } from '../../client/panels/about/example-questions.ts';
import { groupLinks } from '../../client/panels/details/group-links.ts';
import { fileNameOf } from '../../client/panels/export/save-file.ts';
import { hashOf, placeOf } from '../../client/panels/location-hash.ts';
import { describeAnswer } from '../../client/panels/paths/describe-answer.ts';
import type { GraphNode } from '../../server/contract/graph.ts';
import { type PathAnswer, pathQuestionSchema } from '../../server/contract/paths.ts';

describe('the address of a place', () => {
  it('reads back what it wrote', () => {
    const question = pathQuestionSchema.parse({
      from: 'a&b',
      to: 'ü/#',
      via: ['x', 'y'],
      mode: 'k-shortest',
      statuses: ['asserted', 'background'],
      asOf: '2023-01',
    });
    const place = { selection: { kind: 'relationship', id: 'r=1' }, question } as const;
    expect(placeOf(hashOf(place))).toEqual(place);
    expect(hashOf({ selection: null, question: null })).toBe('');
    for (const group of [
      { task: 'connect', nodeIds: ['a', 'b&', 'ü'], background: true, hops: 1, direction: 'any' },
      { task: 'compare', nodeIds: ['a', 'b'], background: false, hops: 1, direction: 'any' },
      { task: 'around', nodeIds: ['a'], background: false, hops: 3, direction: 'out' },
    ] as const) {
      const asked = { selection: null, question: null, group };
      expect(placeOf(hashOf(asked))).toEqual(asked);
    }
  });

  it('leaves out what it cannot read, and never throws', () => {
    const half = placeOf('#from=a&to=b&mode=longest&k=99&maxLength=3');
    expect(half).toMatchObject({ question: { from: 'a', to: 'b', maxLength: 3 }, unread: ['mode', 'k'] });
    expect(placeOf('#from=a')).toEqual({ selection: null, question: null, unread: ['to'] });
    for (const hash of [
      'ask=connect&of=a&of=b',
      'ask=compare&of=a&of=a',
      'ask=around&of=a&within=9',
      'ask=all&of=a',
    ]) {
      expect(placeOf(`#${hash}`).group).toBeUndefined();
    }
    fc.assert(fc.property(fc.string(), (hash) => void placeOf(`#${hash}`)));
  });
});

describe('links of a node', () => {
  it('are counted by type and direction, with those gathered', () => {
    const groups = groupLinks(
      'a',
      [
        { type: 'KNOWS', direction: 'out', label: 'Person', count: 2 },
        { type: 'KNOWS', direction: 'out', label: 'Country', count: 1 },
        { type: 'KNOWS', direction: 'in', label: 'Person', count: 1 },
      ],
      [
        { id: '1', type: 'KNOWS', source: 'a', target: 'b', properties: {} },
        { id: '2', type: 'KNOWS', source: 'a', target: 'a', properties: {} },
      ],
    );
    expect(groups).toEqual([
      { type: 'KNOWS', direction: 'out', count: 3, gathered: 2 },
      { type: 'KNOWS', direction: 'in', count: 1, gathered: 1 },
    ]);
  });
});

describe('questions to begin with', () => {
  const words = { tied: (a: string, b: string) => `${a}-${b}`, around: (name: string) => name };
  const node = (id: string): [string, GraphNode] => [id, { id, labels: ['X'], caption: id, properties: {} }];

  it('are the known ones where their nodes exist', () => {
    const nodes = new Map(['japan', 'uk', 'nato', 'zed'].map(node));
    const [first] = exampleQuestions(nodes, new Map(), words);
    expect(first).toMatchObject({
      usesBackground: true,
      question: { from: 'japan', via: ['uk'], to: 'nato' },
    });
  });

  it('are about the best connected nodes of any other graph, and none of an empty one', () => {
    const nodes = new Map(['p', 'q', 'r'].map(node));
    const degrees = new Map([
      ['q', 9],
      ['r', 5],
    ]);
    expect(exampleQuestions(nodes, degrees, words).map((each) => each.words)).toEqual(['q-r', 'p-q', 'q']);
    expect(exampleQuestions(new Map(), new Map(), words)).toEqual([]);
  });
});

describe('words', () => {
  it('say what was searched and found', () => {
    const searched = {
      maxLength: 6,
      nodesVisited: 1,
      relationshipsVisited: 1,
      pathsFound: 1,
      undated: 0,
      elapsedMs: 1,
    };
    const path = { nodeIds: [], relationshipIds: [], length: 3, explanation: [], hops: [] };
    const answer: PathAnswer = {
      paths: [path],
      graph: { nodes: [], relationships: [] },
      searched: { ...searched, moreExist: false },
      truncated: false,
      relaxations: [],
    };
    expect(describeAnswer(answer)).toBe('Searched up to 6 links. 1 path of 3 links, no shorter one.');
    expect(describeAnswer({ ...answer, paths: [path, { ...path, length: 4 }], truncated: true })).toBe(
      'Searched up to 6 links. 2 paths of 3 to 4 links. The search ended early, so there may be more.',
    );
    expect(describeAnswer({ ...answer, paths: [], reason: 'Nothing connects them.' })).toBe(
      'Searched up to 6 links. Nothing connects them.',
    );
  });

  it('make file names of whole words', () => {
    expect(fileNameOf('Japan & the UK: 2023', 'json')).toBe('japan-the-uk-2023.json');
    expect(fileNameOf('***', 'png')).toBe('graph.png');
    expect(fileNameOf('word '.repeat(20), 'zip')).toBe(`${'word-'.repeat(11)}word.zip`);
  });
});
