import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NpmStart } from './npm-start.ts';

let folder: string;
let running: NpmStart[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'throughline-start-'));
  running = [];
});
afterEach(async () => {
  for (const started of running) started.killAll();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(settings: Record<string, string> = {}): NpmStart {
  const started = new NpmStart({ DATA_DIR: path.join(folder, 'data'), ...settings });
  running.push(started);
  return started;
}

describe('npm start', () => {
  it('answers at the address it prints, with the page and a seeded graph', async () => {
    const started = start();
    const health = await started.json('/api/health');
    expect(health).toMatchObject({ status: 'ok', engine: 'embedded' });
    expect(health.nodeCount).toBeGreaterThan(0);
    expect(health.relationshipCount).toBeGreaterThan(0);
    const page = await fetch(await started.address());
    expect(await page.text()).toContain('<div id="root">');
  });

  it.each([
    ['SIGINT', 'npm'],
    ['SIGTERM', 'npm'],
    ['SIGINT', 'all'],
  ] as const)('ends at %s to %s within two seconds, with 0 and no process left', async (signal, to) => {
    const started = start();
    await started.json('/api/graph');
    expect(started.processes().length).toBeGreaterThan(1);
    const overdue = setTimeout(() => started.killAll(), 2_000);
    expect(await started.stop(signal, to)).toBe(0);
    clearTimeout(overdue);
    expect(started.processes()).toEqual([]);
  });

  it('neither builds nor seeds a second time', async () => {
    const currentGraph = () => readFile(path.join(folder, 'data', 'current.json'), 'utf8');
    const first = start();
    await first.address();
    await first.stop('SIGINT');
    const before = await currentGraph();
    const second = start();
    const address = await second.address();
    expect(second.output).toBe(`Throughline is at ${address}`);
    expect(await currentGraph()).toBe(before);
  });

  it('answers without its Neo4j, and says so without the password', async () => {
    const started = start({ NEO4J_URI: 'neo4j://127.0.0.1:9', NEO4J_PASSWORD: 'secret-word' });
    const health = await started.json('/api/health');
    expect(health).toMatchObject({ status: 'degraded', engine: 'neo4j', nodeCount: null });
    expect(JSON.stringify(health) + started.output).not.toContain('secret-word');
  });
});

describe('npm start says in one line why it cannot', () => {
  async function expectOneLine(started: NpmStart, line: RegExp): Promise<void> {
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(line);
    expect(started.output.split('\n')).toHaveLength(1);
  }

  it('when the port is taken', async () => {
    // Seeded before, so that nothing else is left to say.
    const seeding = start();
    await seeding.address();
    await seeding.stop('SIGINT');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : expect.fail('no port');
    try {
      await expectOneLine(start({ PORT: String(port) }), new RegExp(`Port ${port} .*taken`));
    } finally {
      taken.close();
    }
  });

  it('when the data folder cannot be written', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    await expectOneLine(start({ DATA_DIR: path.join(file, 'data') }), /DATA_DIR/);
  });

  it.each([
    [{ PORT: 'eighty' }, /PORT.*eighty.*whole number/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL.*loud.*info/],
    [{ NEO4J_URI: 'http://localhost' }, /NEO4J_URI.*bolt/],
  ])('when a setting is wrong: %o', async (settings, line) => {
    await expectOneLine(start(settings), line);
  });
});
