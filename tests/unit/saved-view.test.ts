import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWithPacked, plainHash, viewAskedBy } from '../../client/panels/keep/view-address.ts';
import { LONGEST_LINK, packView, unpackView } from '../../client/panels/keep/view-link.ts';
import type { PropertyFilter } from '../../client/workspace/property-filter.ts';
import { restoreContent } from '../../client/workspace/saved/restore-content.ts';
import { saveContent } from '../../client/workspace/saved/save-content.ts';
import { emptyContent, type WorkspaceContent } from '../../client/workspace/workspace-content.ts';
import type { Graph } from '../../server/contract/graph.ts';
import { readView, viewOf } from '../../server/contract/saved-view.ts';
import { articleGraph } from '../fixtures/article-graph.ts';

const KEPT = { decimals: 2, withCaptions: true };
const idArbitrary = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'constructor', 'a"b', '</script>', '\u2028', '\ud800'),
);

const bound = fc.option(fc.integer());
const filterArbitrary: fc.Arbitrary<PropertyFilter> = fc.record({
  rule: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('numbers' as const), low: bound, high: bound }),
      fc.record({ kind: fc.constant('dates' as const), from: fc.constant('2023-01'), to: fc.constant(null) }),
      fc.record({ kind: fc.constant('names' as const), hidden: fc.array(fc.string(), { maxLength: 3 }) }),
      fc.record({ kind: fc.constant('text' as const), contains: fc.string() }),
    ),
  ),
  hidesMissing: fc.boolean(),
});

/** Contents with odd ids, loops and parallel relationships. */
const contentArbitrary: fc.Arbitrary<WorkspaceContent> = fc
  .uniqueArray(idArbitrary, { minLength: 1, maxLength: 12 })
  .chain((ids) => {
    const some = fc.subarray(ids);
    const place = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((value) => value / 100);
    return fc
      .record({
        places: fc.array(fc.record({ x: place, y: place }), { minLength: ids.length, maxLength: ids.length }),
        ends: fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 }),
        pinned: some,
        hiddenNodes: some,
        labels: fc.array(fc.string({ maxLength: 8 }), { maxLength: 3 }),
        filters: fc.array(fc.tuple(idArbitrary, filterArbitrary), { maxLength: 3 }),
        colour: fc.option(idArbitrary.map((name) => `property:${name}`)),
        title: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
      })
      .map(({ places, ends, pinned, hiddenNodes, labels, filters, colour, title }) => {
        const content = emptyContent();
        ids.forEach((id, index) => {
          content.nodes.set(id, { id, labels: ['X'], caption: id, properties: {} });
          content.positions.set(id, places[index] ?? { x: 0, y: 0 });
        });
        ends.forEach(([source, target], index) => {
          const id = `r${index}`;
          content.relationships.set(id, { id, type: 'R', source, target, properties: {} });
        });
        content.pinned = new Set(pinned);
        content.hiddenNodes = new Set(hiddenNodes);
        content.filters.labels = new Set(labels);
        content.filters.unlinked = labels.length % 2 === 1;
        content.filters.properties.nodes = new Map(filters);
        content.filters.properties.relationships = new Map(filters.slice(1));
        content.appearance = { colour, size: 'degree' };
        const first = content.relationships.get('r0');
        if (first) {
          content.path = {
            nodeIds: [first.source, first.target],
            relationshipIds: ['r0'],
            ...(title === undefined ? {} : { title }),
          };
        }
        return content;
      });
  });

const graphOf = (content: WorkspaceContent): Graph => ({
  nodes: [...content.nodes.values()],
  relationships: [...content.relationships.values()],
});

describe('a saved view', () => {
  it('gives the same content back, through a link too', () => {
    fc.assert(
      fc.property(contentArbitrary, (content) => {
        const data = saveContent(content, KEPT);
        const read = unpackView(packView(viewOf(data)));
        expect(read).toEqual({ view: viewOf(data) });
        const { content: restored, missing } = restoreContent(data, graphOf(content));
        expect(restored).toEqual(content);
        expect(missing).toEqual({ nodes: [], relationshipCount: 0 });
      }),
    );
  });

  it('opens with what is still there and lists what is missing', () => {
    const content = emptyContent();
    for (const id of ['a', 'b', 'c']) {
      content.nodes.set(id, { id, labels: [], caption: id.toUpperCase(), properties: {} });
      content.positions.set(id, { x: 1, y: 2 });
    }
    content.relationships.set('ab', { id: 'ab', type: 'R', source: 'a', target: 'b', properties: {} });
    content.relationships.set('bc', { id: 'bc', type: 'R', source: 'b', target: 'c', properties: {} });
    content.pinned.add('c');
    content.path = { nodeIds: ['b', 'c'], relationshipIds: ['bc'] };
    const { nodes, relationships } = graphOf(content);
    const { content: restored, missing } = restoreContent(saveContent(content, KEPT), {
      nodes: nodes.slice(0, 2),
      relationships: relationships.slice(0, 1),
    });
    expect(missing).toEqual({ nodes: ['C'], relationshipCount: 1 });
    expect([...restored.nodes.keys()]).toEqual(['a', 'b']);
    expect(restored.pinned.size).toBe(0);
    expect(restored.path).toBeNull();
  });

  it('fits a link with the whole article, and says of longer ones that they do not', () => {
    const content = emptyContent();
    articleGraph.nodes.forEach((node, index) => {
      content.nodes.set(node.id, { ...node, labels: [...node.labels], caption: node.id });
      content.positions.set(node.id, { x: 417.3 * Math.cos(index * index), y: 300 * Math.sin(index * 7) });
    });
    for (const each of articleGraph.relationships) content.relationships.set(each.id, each);
    const packed = packView(viewOf(saveContent(content, { decimals: 0, withCaptions: false })));
    expect(packed.length).toBeLessThan(LONGEST_LINK / 2);
  });
});

describe('reading a view', () => {
  const good = viewOf(saveContent(emptyContent(), KEPT));

  it('moves older versions up, step by step', () => {
    const migrations = {
      1: (data: Record<string, unknown>) => ({ ...data, name: 'one' }),
      2: (data: Record<string, unknown>) => ({ ...data, name: `${data.name} two` }),
    };
    const read = readView(good, { version: 3, migrations });
    expect('view' in read && read.view.data.name).toBe('one two');
  });

  it('says what is wrong with a newer one, a broken one, and what is none', () => {
    expect(readView({ meta: { ...good.meta, version: 99 }, data: {} })).toMatchObject({ problem: 'newer' });
    const { places: _, ...short } = good.data;
    expect(readView({ meta: good.meta, data: short })).toMatchObject({
      problem: 'broken',
      detail: expect.stringContaining('places'),
    });
    expect(readView({ meta: good.meta, data: { ...good.data, nodes: ['a'] } })).toMatchObject({
      problem: 'broken',
      detail: 'places: must hold two numbers for each node',
    });
    expect(readView({ nodes: [] })).toMatchObject({ problem: 'not-a-view' });
  });

  it('never throws, whatever the link or the file holds', () => {
    const packed = packView(good);
    fc.assert(fc.property(fc.string(), (text) => void unpackView(text)));
    fc.assert(
      fc.property(fc.nat(packed.length), fc.string({ maxLength: 3 }), (at, noise) => {
        expect(unpackView(packed.slice(0, at) + noise)).toBeDefined();
      }),
    );
    expect(unpackView(packed.slice(0, -6))).toMatchObject({ problem: 'broken' });
    fc.assert(fc.property(fc.jsonValue(), (value) => void readView(value)));
    fc.assert(fc.property(fc.jsonValue(), (data) => void readView({ meta: good.meta, data })));
  });
});

describe('the address of a view', () => {
  it('stands beside the rest of the address', () => {
    const hash = hashWithPacked('#from=a&to=b', 'x-_');
    expect(viewAskedBy(hash)).toEqual({ kind: 'packed', packed: 'x-_' });
    expect(plainHash(hash)).toBe('#from=a&to=b');
    expect(viewAskedBy('#view=0123456789abcdefghijkl')).toEqual({
      kind: 'shared',
      id: '0123456789abcdefghijkl',
    });
    expect(viewAskedBy('#view=abc')).toEqual({ kind: 'packed', packed: '' });
    expect(viewAskedBy('#node=v')).toBeNull();
  });
});
