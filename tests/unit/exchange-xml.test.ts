import fc from 'fast-check';
import { MultiDirectedGraph, MultiGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import * as graphml from 'graphology-graphml';
import { describe, expect, it } from 'vitest';
import type { Graph, Properties, PropertyValue } from '../../server/contract/graph.ts';
import { anyGraph, asXmlHolds } from '../fixtures/arbitrary-graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

const readers: Record<string, (graph: Graph) => Promise<MultiGraph>> = {
  GEXF: async (graph) => gexf.parse(MultiGraph, await exportedText('gexf', graph)),
  GraphML: async (graph) => graphml.parse(MultiDirectedGraph, await exportedText('graphml', graph)),
};

/** One text for a value, whether a reader gave it as a number, a text or a list. */
function asText(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(asText));
  if (value !== null && typeof value === 'object' && 'value' in value) return asText(value.value);
  if (typeof value === 'string' && /^-?\d+\.0$/.test(value)) return asText(value.slice(0, -2));
  const text = asXmlHolds(String(value));
  return /^-?\d+$/.test(text) ? String(Number(text)) : text;
}

interface Owner {
  id: string;
  properties: Properties;
}

/** A property that repeats the id of every one of them is not written again. */
function expectedTextsAmong(owners: readonly Owner[]): (owner: Owner) => string[] {
  const allRepeatId = owners.every(({ id, properties }) => properties.id === id);
  const isLeftOut = (name: string, value: PropertyValue) => value === null || (name === 'id' && allRepeatId);
  return ({ properties }) =>
    Object.entries(properties)
      .filter(([name, value]) => !isLeftOut(name, value))
      .map(([, value]) => asText(value))
      .sort();
}

function readTexts(attributes: Record<string, unknown>, own: readonly string[]): string[] {
  const values = Object.entries(attributes).filter(([name]) => !own.includes(name));
  return values.map(([, value]) => asText(value)).sort();
}

/** Lists are JSON texts where a format has no lists. */
function unpackLists(graph: Graph, read: MultiGraph): void {
  const lists = new Set(
    [...graph.nodes, ...graph.relationships].flatMap(({ properties }) =>
      Object.values(properties).filter(Array.isArray).map(asText),
    ),
  );
  const unpack = (value: unknown) => {
    if (typeof value !== 'string' || !value.startsWith('[') || !value.endsWith(']')) return value;
    try {
      const list: unknown = JSON.parse(value);
      return lists.has(asText(list)) ? list : value;
    } catch {
      return value;
    }
  };
  const each = (attributes: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, unpack(value)]));
  read.updateEachNodeAttributes((_, attributes) => each(attributes));
  read.updateEachEdgeAttributes((_, attributes) => each(attributes));
}

describe.each(Object.keys(readers))('%s read by graphology', (format) => {
  const read = (graph: Graph) => readers[format]?.(graph) as Promise<MultiGraph>;

  it('keeps every node, relationship and value of any graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const back = await read(graph);
        unpackLists(graph, back);
        expect(back.nodes()).toEqual(graph.nodes.map(({ id }) => asXmlHolds(id)));
        expect(back.mapEdges((id, _, source, target) => [id, source, target])).toEqual(
          graph.relationships.map(({ id, source, target }) => [id, source, target].map(asXmlHolds)),
        );
        const textsOfNode = expectedTextsAmong(graph.nodes);
        for (const node of graph.nodes) {
          const { id, caption, labels } = node;
          const attributes = back.getNodeAttributes(asXmlHolds(id));
          expect(attributes.label ?? '').toBe(asXmlHolds(caption));
          expect(asText(attributes.labels)).toBe(asText(labels));
          expect(readTexts(attributes, ['label', 'labels', 'throughline'])).toEqual(textsOfNode(node));
        }
        const textsOfRelationship = expectedTextsAmong(graph.relationships);
        for (const relationship of graph.relationships) {
          const { id, type } = relationship;
          const attributes = back.getEdgeAttributes(asXmlHolds(id));
          expect(attributes.label ?? '').toBe(asXmlHolds(type));
          expect(readTexts(attributes, ['label', 'kind', 'throughline'])).toEqual(
            textsOfRelationship(relationship),
          );
        }
      }),
    );
  }, 60_000);

  it('keeps parallel relationships, loops and directions', async () => {
    const back = await read(oddGraph);
    expect(back.outEdges('japan', 'uk').sort()).toEqual(['r1', 'r2']);
    expect(back.outEdges('uk', 'japan')).toEqual(['r3']);
    expect(back.outEdges('uk', 'uk')).toEqual(['r4']);
    expect(back.undirectedSize).toBe(0);
  });

  it('keeps the types of values', async () => {
    const japan = (await read(oddGraph)).getNodeAttributes('japan');
    expect(japan).toMatchObject({ population: 123_294_513, share: 0.25, ally: true, joined: '1956-12-18' });
    expect(japan).not.toHaveProperty('nothing');
    expect((await read(oddGraph)).getNodeAttribute('uk', 'share')).toBeNaN();
  });

  it('renames a property that the format calls otherwise', async () => {
    expect((await read(oddGraph)).getNodeAttributes('japan')).toMatchObject({
      label: 'Japan "日本" & <friends>',
      label_property: 'a property called label',
    });
  });

  it('keeps ids apart that differ only in what XML cannot hold', async () => {
    const node = (id: string) => ({ id, labels: [], caption: id, properties: {} });
    const twins = { nodes: [node('a\u0000'), node('a\u0001')], relationships: [] };
    const relationship = { id: 'r', type: 'T', source: 'a\u0000', target: 'a\u0001', properties: {} };
    const back = await read({ ...twins, relationships: [relationship] });
    expect(back.order).toBe(2);
    expect(back.extremities('r')).toEqual(['a\uFFFD', 'a\uFFFD_2']);
  });

  it('writes a graph without relationships', async () => {
    expect((await read({ ...oddGraph, relationships: [] })).order).toBe(3);
  });
});

it('GEXF says its version, its title and the kind of every edge', async () => {
  const text = await exportedText('gexf', oddGraph);
  expect(text).toContain(
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
  );
  expect(text).toContain('<meta lastmodifieddate="2026-05-04">');
  const back = gexf.parse(MultiGraph, text);
  expect(back.getAttribute('description')).toBe(exportOptions.title);
  expect(back.mapEdges((_, attributes) => attributes.kind)).toEqual([
    'ALLIED_WITH',
    'ALLIED_WITH (2)',
    'MET "X"',
    'PRAISES',
  ]);
  expect(back.getEdgeAttribute('r1', 'evidence')).toEqual(oddGraph.relationships[0]?.properties.evidence);
});
