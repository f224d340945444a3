import { describe, expect, it } from 'vitest';
import { changedIds, type Neighbourhood, resolveEmphasis } from '../../client/scene/resolve-emphasis.ts';

const ENDS: Record<string, [string, string]> = {
  ab: ['a', 'b'],
  bc: ['b', 'c'],
  cd: ['c', 'd'],
  aa: ['a', 'a'],
};
const GRAPH: Neighbourhood = {
  hasNode: (id) => ['a', 'b', 'c', 'd'].includes(id),
  hasRelationship: (id) => id in ENDS,
  ends: (id) => ENDS[id] ?? ['a', 'a'],
  relationshipsOf: (node) => Object.keys(ENDS).filter((id) => ENDS[id]?.includes(node)),
  bendAround: (id, nodes) => (id === 'bc' && nodes.includes('d') ? 0.2 : undefined),
};

describe('emphasis', () => {
  it('nothing asked, nothing dimmed', () => {
    const { nodes, relationships, rest } = resolveEmphasis({}, {}, GRAPH);
    expect([nodes.size, relationships.size, rest]).toEqual([0, 0, 1]);
  });

  it('a path goes around its own nodes, and nothing else does', () => {
    const path = { nodeIds: ['a', 'b', 'c', 'd'], relationshipIds: ['ab', 'bc', 'cd'] };
    const { relationships } = resolveEmphasis({ path }, {}, GRAPH);
    expect([...relationships.values()].map(({ bend }) => bend)).toEqual([undefined, 0.2, undefined]);
    const hovered = resolveEmphasis({}, { node: 'b' }, GRAPH);
    expect(hovered.relationships.get('bc')?.bend).toBeUndefined();
  });

  it('a path is numbered in order, three pixels wide, and dims the rest to 12 %', () => {
    const path = { nodeIds: ['a', 'b', 'c'], relationshipIds: ['ab', 'bc'] };
    const { nodes, relationships, rest } = resolveEmphasis({ path }, {}, GRAPH);
    expect(rest).toBe(0.12);
    expect([...relationships].map(([id, { hop, width, tone }]) => [id, hop, width, tone])).toEqual([
      ['ab', 1, 3, 'accent'],
      ['bc', 2, 3, 'accent'],
    ]);
    expect([...nodes.values()].every(({ labelled, ring }) => labelled && ring === 'thin')).toBe(true);
    expect(nodes.has('d')).toBe(false);
  });

  it('nodes chosen together are ringed and named, and dim nothing', () => {
    const { nodes, relationships, rest } = resolveEmphasis(
      { chosen: new Set(['a', 'c', 'gone']) },
      {},
      GRAPH,
    );
    expect([...nodes]).toEqual(['a', 'c'].map((id) => [id, { ring: 'thin', labelled: true }]));
    expect([relationships.size, rest]).toEqual([0, 1]);
  });

  it('the pointer lights a node, its relationships and neighbours, the rest at 15 %', () => {
    const { nodes, relationships, rest } = resolveEmphasis({}, { node: 'b' }, GRAPH);
    expect([...nodes.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect([...relationships.keys()].sort()).toEqual(['ab', 'bc']);
    expect(rest).toBe(0.15);
  });

  it('hovering beside a path keeps the path in its looks', () => {
    const path = { nodeIds: ['a', 'b'], relationshipIds: ['ab'] };
    const { nodes, relationships } = resolveEmphasis({ path }, { node: 'b' }, GRAPH);
    expect(relationships.get('ab')).toMatchObject({ tone: 'accent', hop: 1 });
    expect(relationships.get('bc')).toMatchObject({ tone: 'ink' });
    expect(nodes.get('b')?.ring).toBe('thin');
  });

  it('a selected node has a strong ring and dims nothing', () => {
    const { nodes, rest } = resolveEmphasis({ selectedNode: 'a' }, {}, GRAPH);
    expect(nodes.get('a')?.ring).toBe('strong');
    expect(rest).toBe(1);
  });

  it('a selected relationship keeps the names of its ends', () => {
    const { nodes, relationships } = resolveEmphasis({ selectedRelationship: 'cd' }, {}, GRAPH);
    expect(relationships.get('cd')?.tone).toBe('accent');
    expect([...nodes.keys()]).toEqual(['c', 'd']);
  });

  it('what is lit stands out, the rest is dimmed', () => {
    const { nodes, relationships, rest } = resolveEmphasis({ lit: new Set(['a', 'bc']) }, {}, GRAPH);
    expect([...nodes.keys()]).toEqual(['a']);
    expect([...relationships.keys()]).toEqual(['bc']);
    expect(rest).toBeLessThan(1);
  });

  it('ids that are not drawn are passed over', () => {
    const path = { nodeIds: ['gone', 'a'], relationshipIds: ['gone', 'ab'] };
    const asked = { path, selectedNode: 'gone', selectedRelationship: 'gone', lit: new Set(['gone']) };
    const { nodes, relationships } = resolveEmphasis(asked, { node: 'gone', relationship: 'gone' }, GRAPH);
    expect([...nodes.keys()]).toEqual(['a']);
    expect([...relationships.keys()]).toEqual(['ab']);
  });

  it('only what looks different is drawn anew', () => {
    const one = resolveEmphasis({ selectedNode: 'a' }, {}, GRAPH);
    const two = resolveEmphasis({ selectedNode: 'd' }, {}, GRAPH);
    expect(changedIds(one.nodes, one.nodes)).toEqual([]);
    expect(changedIds(one.nodes, two.nodes).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
