import { describe, expect, it } from 'vitest';
import type { GraphNode, Relationship } from '../../server/contract/graph.ts';
import { SearchIndex } from '../../server/queries/search-index.ts';
import { snippetAround, splitWords } from '../../server/queries/search-words.ts';

function node(
  id: string,
  name: string,
  aliases: string[] = [],
  more: Record<string, string> = {},
): GraphNode {
  return { id, labels: ['Person', 'Entity'], caption: name, properties: { id, name, aliases, ...more } };
}

const nodes = [
  node('kishida', 'Fumio Kishida', ['Prime Minister Kishida'], { summary: 'Leads the Japanese government.' }),
  node('uk', 'United Kingdom', ['Great Britain', 'UK']),
  node('nato', 'NATO', ['North Atlantic Treaty Organization']),
  node('abe', 'Shinzō Abé'),
  node('tokyo', '東京都', ['とうきょう']),
  node('summit', 'Kishida visit', ['Kishida-Biden summit']),
];
const relationships: Relationship[] = [
  {
    id: 'r1',
    type: 'SIGNED',
    source: 'uk',
    target: 'nato',
    properties: {
      statement: 'Britain put its name to the treaty.',
      evidence: [
        JSON.stringify({ document: 'd', passage: 'd.p1', start: 0, end: 4, quote: 'an ironclad pledge' }),
      ],
    },
  },
];
const index = await SearchIndex.build(
  nodes.map((item) => ({ node: item, degree: item.id === 'nato' ? 9 : 1 })),
  relationships,
);
const first = (question: string) => {
  const hit = index.search(question, 5).hits[0];
  return hit === undefined ? undefined : 'node' in hit ? hit.node.id : hit.relationship.id;
};

describe('SearchIndex', () => {
  it.each([
    ['kisida', 'kishida'],
    ['great brit', 'uk'],
    ['nato', 'nato'],
    ['NATO', 'nato'],
    ['north atlantc', 'nato'],
    ['abe', 'abe'],
    ['SHINZO', 'abe'],
    ['東京', 'tokyo'],
    ['京都', 'tokyo'],
    ['ironclad', 'r1'],
    ['put its name', 'r1'],
    ['Japanese government', 'kishida'],
    ['Kishida-Biden summit', 'summit'],
  ])('finds by %j first %s', (question, id) => {
    expect(first(question)).toBe(id);
  });

  it('says which words matched, and how many hits there are beyond the limit', () => {
    const all = index.search('kishida', 1);
    expect(all.hits).toHaveLength(1);
    expect(all.total).toBe(2);
    expect(index.search('ironclad', 5).hits[0]).toMatchObject({
      field: 'quote',
      snippet: 'an ironclad pledge',
    });
    expect(index.search('britain', 5).hits[0]).toMatchObject({
      field: 'aliases',
      snippet: 'Great Britain · UK',
    });
  });

  it('finds nothing for what is not there, and for signs alone', () => {
    expect(index.search('zzzzzz', 5)).toEqual({ hits: [], total: 0 });
    expect(index.search('?!* "', 5)).toEqual({ hits: [], total: 0 });
  });

  it('takes any of the words when no entry has all of them', () => {
    expect(first('nato zzzzzz')).toBe('nato');
  });
});

describe('snippetAround', () => {
  it('keeps short texts whole and cuts long ones between words around the match', () => {
    expect(snippetAround('short text', ['text'])).toBe('short text');
    const long = `${'filler words go on '.repeat(20)}needle ${'and on they go '.repeat(20)}`;
    const snippet = snippetAround(long, ['needle']);
    expect(snippet).toContain('needle');
    expect(snippet.length).toBeLessThanOrEqual(170);
    expect(snippet.startsWith('… ')).toBe(true);
    expect(snippet.endsWith(' …')).toBe(true);
  });

  it('splits scripts without spaces into pairs and others into words', () => {
    expect(splitWords('US–Japan 日米同盟')).toEqual(['US', 'Japan', '日米', '米同', '同盟']);
  });
});
