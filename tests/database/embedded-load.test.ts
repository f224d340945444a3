import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EmbeddedLoader } from '../../server/database/embedded/embedded-loader.ts';
import type { GraphRecords } from '../../server/database/graph-database.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

function oneNode(name: string): GraphRecords {
  return { nodes: [{ id: 'a', labels: ['Entity'], properties: { name } }], relationships: [] };
}

describeOnEmbedded('loading into the data folder', smallGraph, (engine) => {
  const graphs = () => join(engine.settings.dataDir, 'graphs');
  const lock = () => join(engine.settings.dataDir, 'load.lock');
  const nameOfA = async () => (await engine.database.read('MATCH (n:Entity) RETURN n.name AS name'))[0]?.name;

  it('is noticed by a server that is running, between two queries', async () => {
    await engine.load(oneNode('first'));
    const before = await engine.database.info();
    expect(await nameOfA()).toBe('first');
    await engine.load(oneNode('second'));
    expect(await nameOfA()).toBe('second');
    const after = await engine.database.info();
    expect(after.loadedAt).not.toBe(before.loadedAt);
  });

  it('lets a running query end on the old graph', async () => {
    await engine.load(oneNode('old'));
    await nameOfA();
    const running = engine.database.read(
      `MATCH (n:Entity) WITH n, reduce(s = 0, a IN range(1, 1500) | s + reduce(t = 0, b IN range(1, 2000) | t + 1)) AS sum
       RETURN n.name AS name, sum`,
    );
    await engine.load(oneNode('new'));
    expect(await nameOfA()).toBe('new');
    expect(await running).toEqual([{ name: 'old', sum: 3_000_000 }]);
    expect(await nameOfA()).toBe('new');
  });

  it('fails no query while graphs are swapped again and again', async () => {
    const names = new Set<unknown>();
    let loading = true;
    const asking = Promise.all(
      [1, 2, 3].map(async () => {
        while (loading) names.add(await nameOfA());
      }),
    );
    for (let round = 0; round < 8; round += 1) await engine.load(oneNode(`round ${round}`));
    loading = false;
    await asking;
    expect(await nameOfA()).toBe('round 7');
    expect([...names].every((name) => typeof name === 'string')).toBe(true);
  });

  it('keeps nothing but the current graph, and removes what a crash left', async () => {
    await mkdir(join(graphs(), 'graph-left.grafeo.wal'), { recursive: true });
    await writeFile(join(graphs(), 'graph-left.grafeo'), 'half a graph');
    await engine.load(oneNode('kept'));
    const pointer = JSON.parse(await readFile(join(engine.settings.dataDir, 'current.json'), 'utf8'));
    expect(await readdir(graphs())).toEqual([pointer.file]);
    expect(pointer).toMatchObject({ nodeCount: 1, relationshipCount: 0, loadedAt: expect.any(String) });
    expect((await readdir(engine.settings.dataDir)).sort()).toEqual(['current.json', 'graphs']);
  });

  it('waits for another load', async () => {
    const [one, two] = [oneNode('one'), oneNode('two')];
    const reports = await Promise.all([engine.load(one), engine.load(two)]);
    expect(reports.map(({ nodeCount }) => nodeCount)).toEqual([1, 1]);
    expect(await readdir(graphs())).toHaveLength(1);
  });

  it('is refused when another load does not end', async () => {
    await engine.load(oneNode('kept'));
    await writeFile(lock(), `${hostname()} ${process.pid}\n`);
    const loader = new EmbeddedLoader(engine.settings.dataDir, 500);
    await expect(loader.replaceAll(oneNode('late'))).rejects.toThrow(/Another load into .* is under way/);
    expect(await nameOfA()).toBe('kept');
    await rm(lock());
  });

  it.each([
    ['a process that is gone', `${hostname()} 999999999`, 0],
    ['another machine long ago', 'elsewhere 1', 60_000],
  ])('takes over the lock of %s', async (_title, owner, age) => {
    await writeFile(lock(), `${owner}\n`);
    const then = new Date(Date.now() - age);
    await utimes(lock(), then, then);
    await engine.load(oneNode('taken over'));
    expect(await nameOfA()).toBe('taken over');
    expect(await readdir(engine.settings.dataDir)).not.toContain('load.lock');
  });

  it('repairs a folder whose pointer or file is damaged', async () => {
    const loader = new EmbeddedLoader(engine.settings.dataDir);
    await writeFile(join(engine.settings.dataDir, 'current.json'), '{"file": "../../etc/passwd"}');
    expect(await loader.isEmpty()).toBe(true);
    await expect(nameOfA()).rejects.toThrow(/No graph is loaded/);
    await engine.load(oneNode('repaired'));
    expect(await nameOfA()).toBe('repaired');
    const [file = ''] = await readdir(graphs());
    await engine.database.read('RETURN 1 AS one');
    await writeFile(join(graphs(), file), 'not a graph');
    await engine.load(oneNode('again'));
    expect(await nameOfA()).toBe('again');
  });

  it('is refused with the setting to change when the folder cannot be written', async () => {
    const file = join(engine.settings.dataDir, 'a-file');
    await writeFile(file, '');
    const loader = new EmbeddedLoader(join(file, 'below'));
    await expect(loader.replaceAll(smallGraph)).rejects.toThrow(
      /cannot be written \(ENOTDIR\); set DATA_DIR/,
    );
    await rm(file);
  });
});
