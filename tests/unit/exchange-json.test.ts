import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

it('says what it is', async () => {
  expect(exchangeFileSchema.parse(JSON.parse(await exportedText('json', oddGraph))).meta).toEqual({
    kind: 'throughline-graph',
    version: 1,
    ...exportOptions,
    nodeCount: 3,
    relationshipCount: 4,
  });
});

it('gives back every graph as it was', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (graph) => {
      const read = exchangeFileSchema.parse(JSON.parse(await exportedText('json', graph)));
      expect(read.data).toEqual(graph);
    }),
  );
});

it('keeps where nodes are drawn, and a zero below zero', async () => {
  const view = [{ id: 'japan', x: -1.5, y: 0, colour: '#1f77b4', pinned: true }];
  const graph = {
    nodes: [{ id: 'japan', labels: [], caption: '', properties: { low: -0, list: [-0, 1] } }],
    relationships: [],
  };
  const read = exchangeFileSchema.parse(
    JSON.parse(await exportedText('json', graph, { ...exportOptions, view })),
  );
  expect(read.view).toEqual({ nodes: view });
  expect(read.data).toEqual(graph);
});
