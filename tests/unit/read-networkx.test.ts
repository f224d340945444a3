import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExchange } from '../fixtures/read-exchange.ts';

const writer = join(import.meta.dirname, '../fixtures/write-with-networkx.py');
const candidates = [process.env.NETWORKX_PYTHON, 'python3', 'python'].filter((name) => name !== undefined);
const python = candidates.find((name) => spawnSync(name, ['-c', 'import networkx']).status === 0);

if (python === undefined && process.env.CI === undefined) {
  console.warn('SKIPPED: files that NetworkX writes were not read, since no Python with it was found.');
}

describe.skipIf(python === undefined && process.env.CI === undefined)('files that NetworkX writes', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-networkx-'));
    execFileSync(python ?? 'python3', [writer, folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (name: string) => readExchange({ [name]: readFileSync(join(folder, name)) });
  const named = (part: string) => readdirSync(folder).filter((name) => name.startsWith(part));

  it('keep every node, edge, direction and value of a directed multigraph', async () => {
    const names = named('mixed');
    expect(names).toHaveLength(7);
    for (const name of names) {
      const { graph } = await read(name);
      const [a, one] = graph.nodes;
      expect(a, name).toMatchObject({
        id: 'a',
        caption: 'Ämter',
        properties: {
          weight: 1.5,
          big: { $type: 'Integer', value: '1152921504606846976' },
          flag: true,
          text: '',
        },
      });
      expect(one, name).toMatchObject({
        id: '1',
        properties: { weight: { $type: 'Float', value: '-2' }, flag: false },
      });
      expect(
        graph.relationships.map(({ source, target, properties }) => [source, target, properties.weight]),
        name,
      ).toEqual([
        ['a', '1', 2],
        ['a', '1', 3],
        ['1', '1', undefined],
      ]);
      expect(graph.relationships[0]?.properties.since, name).toBe('2001');
      expect(
        graph.relationships.every(({ properties }) => properties.directed === undefined),
        name,
      ).toBe(true);
    }
  });

  it('keep the karate club, undirected', async () => {
    const names = named('karate');
    expect(names).toHaveLength(9);
    for (const name of names) {
      const { graph } = await read(name);
      expect([graph.nodes.length, graph.relationships.length], name).toEqual([34, 78]);
      const isList = /\.(csv|edgelist)$/.test(name);
      if (isList) continue;
      expect(
        graph.relationships.every(({ properties }) => properties.directed === false),
        name,
      ).toBe(true);
      expect(graph.nodes[0]?.properties.club, name).toBe('Mr. Hi');
      expect(graph.relationships[0]?.properties.weight, name).toBe(4);
    }
  });

  it('keep ids that are tuples', async () => {
    const { graph } = await read('grid.json');
    expect(graph.nodes.map(({ id }) => id)).toEqual(['[0,0]', '[0,1]', '[1,0]', '[1,1]']);
    expect(graph.relationships).toHaveLength(4);
  });
});
