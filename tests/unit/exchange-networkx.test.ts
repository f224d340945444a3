import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../server/contract/exports.ts';
import type { Graph } from '../../server/contract/graph.ts';
import { anyGraph } from '../fixtures/arbitrary-graph.ts';
import { exportedBytes } from '../fixtures/exported.ts';
import { oddGraph } from '../fixtures/odd-graph.ts';

const reader = path.join(import.meta.dirname, '../fixtures/read-with-networkx.py');
const candidates = [process.env.NETWORKX_PYTHON, 'python3', 'python'].filter((name) => name !== undefined);
const python = candidates.find((name) => spawnSync(name, ['-c', 'import networkx']).status === 0);

if (python === undefined && process.env.CI === undefined) {
  console.warn(
    'SKIPPED: our GEXF, GraphML and CSV files were not read by NetworkX, since no Python with it was found. ' +
      'Get it: python3 -m venv /tmp/networkx && /tmp/networkx/bin/pip install networkx, ' +
      'then set NETWORKX_PYTHON=/tmp/networkx/bin/python.',
  );
}

interface Found {
  directed: boolean;
  nodes: Record<string, Record<string, unknown>>;
  edges: [string, string, string, Record<string, unknown>][];
  types: Record<string, string>;
}

async function readByPython(graphs: readonly Graph[], format: ExportFormat): Promise<unknown[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'throughline-exports-'));
  try {
    const names: string[] = [];
    for (const graph of graphs) {
      const fileName = `${names.length}${format === 'csv' ? '.zip' : `.${format}`}`;
      writeFileSync(path.join(folder, fileName), await exportedBytes(format, graph));
      names.push(fileName);
    }
    const output = execFileSync(python ?? 'python3', [reader, folder], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const found: Record<string, unknown> = JSON.parse(output);
    return names.map((name) => found[name]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(python === undefined && process.env.CI === undefined)('files read by Python', () => {
  it.each(['gexf', 'graphml'] as const)('%s: NetworkX finds everything in it', async (format) => {
    const [found] = (await readByPython([oddGraph], format)) as [Found];
    expect(found.directed).toBe(true);
    expect(Object.keys(found.nodes)).toEqual(['japan', 'uk', 'no labels: 4:uuid:7']);
    expect(found.edges.map(([source, target, id, { label }]) => [source, target, id, label]).sort()).toEqual(
      [
        ['japan', 'uk', 'r1', 'ALLIED_WITH'],
        ['japan', 'uk', 'r2', 'ALLIED_WITH'],
        ['uk', 'japan', 'r3', 'MET "X"'],
        ['uk', 'uk', 'r4', 'PRAISES'],
      ].sort(),
    );
    expect(found.types).toMatchObject({
      population: 'int',
      share: 'float',
      serial: 'int',
      ally: 'bool',
      joined: 'str',
    });
    expect(found.nodes.japan).toMatchObject({
      label: 'Japan "日本" & <friends>',
      labels: '["Entity","Country"]',
      population: 123_294_513,
      ally: true,
      label_property: 'a property called label',
    });
    expect(found.nodes.uk).toMatchObject({ share: 'NaN', note: '\uFFFD\uFFFD\uFFFD]]>\u2028 👩‍👩‍👧 \r\n\t' });
  });

  it.each(['gexf', 'graphml'] as const)('%s: any graph is well-formed and complete', async (format) => {
    const graphs = fc.sample(anyGraph, 100);
    const found = (await readByPython(graphs, format)) as Found[];
    expect(found.map(({ nodes, edges }) => [Object.keys(nodes).length, edges.length])).toEqual(
      graphs.map(({ nodes, relationships }) => [nodes.length, relationships.length]),
    );
  });

  it('csv: tables have a cell for every column', async () => {
    const graphs = [oddGraph, ...fc.sample(anyGraph, 100)];
    const found = (await readByPython(graphs, 'csv')) as Record<string, string[][]>[];
    found.forEach((tables, at) => {
      const nodes = tables['nodes.csv'] ?? [];
      const relationships = tables['relationships.csv'] ?? [];
      expect([nodes.length - 1, relationships.length - 1]).toEqual([
        graphs[at]?.nodes.length,
        graphs[at]?.relationships.length,
      ]);
      for (const table of [nodes, relationships])
        expect(new Set(table.map((row) => row.length)).size).toBe(1);
    });
  });
});
