import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../server/contract/exports.ts';
import type { Graph, PropertyValue } from '../../server/contract/graph.ts';
import { anyGraph, asUtf8Holds } from '../fixtures/arbitrary-graph.ts';
import { exportedBytes } from '../fixtures/exported.ts';
import { oddGraph } from '../fixtures/odd-graph.ts';
import { readExchange } from '../fixtures/read-exchange.ts';

async function outAndIn(format: ExportFormat, graph: Graph) {
  return readExchange({ [`graph.${format}`]: await exportedBytes(format, graph) });
}

const byId = (graph: Graph): Graph => ({
  nodes: graph.nodes.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  relationships: graph.relationships.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
});

describe.each(['json', 'gexf', 'graphml', 'csv'] as const)('%s, out and in again', (format) => {
  it('gives an equal graph, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const { graph: back, report } = await outAndIn(format, graph);
        expect(byId(back)).toEqual(byId(graph));
        expect(report.writtenBy).toBe('Throughline');
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every type of value, odd texts, parallel relationships and loops', async () => {
    const { graph, report } = await outAndIn(format, oddGraph);
    expect(graph).toEqual(oddGraph);
    expect(report.notes).toEqual([]);
  });

  it('keeps a value that was edited in the file by another program', async () => {
    if (format === 'csv') return;
    const text = new TextDecoder().decode(await exportedBytes(format, oddGraph));
    const { graph } = await readExchange({ edited: text.replace('123294513', '5') });
    expect(graph.nodes[0]?.properties.population).toBe(5);
  });
});

describe('tables for neo4j-admin, out and in again', () => {
  it('keeps the ids of relationships that stand in their properties', async () => {
    const relationship = (id: string) => ({ id, type: 'T', source: 'a', target: 'a', properties: { id } });
    const graph: Graph = {
      nodes: [{ id: 'a', labels: ['L'], caption: 'A', properties: { id: 'a', name: 'A' } }],
      relationships: [relationship('r9'), relationship('r1')],
    };
    const { graph: back, report } = await outAndIn('csv-neo4j', graph);
    expect(byId(back)).toEqual(byId(graph));
    expect(report.notes).toEqual([]);
  });

  /** What Neo4j itself would hold: no caption, no ids of relationships, no nulls. */
  const stored = (value: PropertyValue) => value !== null;

  it('keeps ids, labels, types and typed values', async () => {
    const graph: Graph = {
      nodes: [
        {
          id: 'a',
          labels: ['City', 'Place'],
          caption: 'Ämter; "x"',
          properties: {
            name: 'Ämter; "x"',
            n: { $type: 'Integer', value: '9007199254740993' },
            share: 0.25,
            ok: true,
            on: { $type: 'Date', value: '2023-01-13' },
            tags: ['a;b', '', "it's"],
            at: { $type: 'Point', value: 'SRID=4326;POINT(1.5 2)' },
            raw: { $type: 'Bytes', value: 'AP+A' },
            wait: { $type: 'Duration', value: 'P1DT2H' },
          },
        },
        { id: '__proto__', labels: [], caption: '__proto__', properties: { empty: '', nothing: null } },
      ],
      relationships: [
        { id: 'edge-1', type: 'NEAR TO', source: 'a', target: '__proto__', properties: { since: 1999 } },
        { id: 'edge-2', type: 'NEAR TO', source: 'a', target: 'a', properties: { since: 2001 } },
      ],
    };
    const { graph: back, report } = await outAndIn('csv-neo4j', graph);
    expect(report.format).toBe('neo4j-csv');
    expect(back).toEqual({
      ...graph,
      nodes: graph.nodes.map((node) => ({
        ...node,
        properties: Object.fromEntries(Object.entries(node.properties).filter(([, value]) => stored(value))),
      })),
    });
  });

  it('keeps the nodes and the ends of every graph', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        const { graph: back } = await outAndIn('csv-neo4j', graph);
        expect(back.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => asUtf8Holds(id)));
        expect(back.relationships.map(({ source, target }) => [source, target])).toEqual(
          graph.relationships.map(({ source, target }) => [source, target].map(asUtf8Holds)),
        );
      }),
      { numRuns: 60 },
    );
  });
});
