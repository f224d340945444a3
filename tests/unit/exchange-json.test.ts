import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { writeJson } from '../../server/exchange/write-json.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

it('says what it is', () => {
  expect(exchangeFileSchema.parse(JSON.parse(writeJson(oddGraph, exportOptions))).meta).toEqual({
    kind: 'throughline-graph',
    version: 1,
    ...exportOptions,
  });
});

it('gives back every graph as it was', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const read = exchangeFileSchema.parse(JSON.parse(writeJson(graph, exportOptions)));
      expect(read.data).toEqual(graph);
    }),
  );
});
