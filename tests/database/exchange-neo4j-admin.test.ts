import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import neo4j, { type Driver } from 'neo4j-driver';
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer, Wait } from 'testcontainers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../server/contract/graph.ts';
import { exportedBytes } from '../fixtures/exported.ts';
import { readStored, storableGraph, storedForm } from '../fixtures/neo4j-graph.ts';

const IMAGE = 'neo4j:5.26-community';

// Its clean-up helper is an image of its own, which not every machine can fetch.
process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
const hasDocker = await getContainerRuntimeClient().then(
  () => true,
  () => false,
);
if (!hasDocker && process.env.CI === undefined) {
  console.warn(
    'SKIPPED: our CSV files were not read by neo4j-admin, since no Docker answers. Start Docker so that ' +
      `${IMAGE} can run.`,
  );
}

const [graph = { nodes: [], relationships: [] }]: Graph[] = fc.sample(storableGraph({ anyForm: false }), 1);
/** With a name that only a changed one can stand for in a header. */
const named = (property: string): Graph => ({
  ...graph,
  nodes: graph.nodes.map((node, at) =>
    at === 0 ? { ...node, properties: { ...node.properties, [property]: 1.5 } } : node,
  ),
});

describe.skipIf(!hasDocker && process.env.CI === undefined)('tables read by neo4j-admin', () => {
  let folder: string;
  let container: StartedTestContainer | undefined;
  let driver: Driver | undefined;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-admin-'));
    // The user of the image reads it.
    await chmod(folder, 0o755);
    const files = unzipSync(await exportedBytes('csv-neo4j', named('height (m) {odd')));
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const command = importCommand(new TextDecoder().decode(files['README.txt']));
    const said: string[] = [];
    container = await new GenericContainer(IMAGE)
      .withEnvironment({ NEO4J_AUTH: 'none', NEO4J_server_memory_heap_max__size: '512m' })
      .withBindMounts([{ source: folder, target: '/tables', mode: 'ro' }])
      .withEntrypoint(['bash', '-c'])
      .withCommand([
        `cd /tables && ${command} --report-file=/tmp/import.report && ` +
          'exec tini -g -- /startup/docker-entrypoint.sh neo4j',
      ])
      .withExposedPorts(7687)
      .withWaitStrategy(Wait.forLogMessage(/Started\./))
      .withStartupTimeout(170_000)
      .withLogConsumer((log) => void log.on('data', (line) => said.push(String(line))))
      .start()
      .catch((cause: unknown) => {
        throw new Error(`The import ended early: ${said.slice(-30).join('')}`, { cause });
      });
    const address = `bolt://${container.getHost()}:${container.getMappedPort(7687)}`;
    driver = neo4j.driver(address, neo4j.auth.basic('neo4j', ''));
  }, 180_000);
  afterAll(async () => {
    await driver?.close();
    await container?.stop();
    rmSync(folder, { recursive: true });
  });

  it('are the same graph, value for value', async () => {
    if (driver === undefined) throw new Error('The import did not come to its end');
    expect(await readStored(driver, 'id')).toEqual(storedForm(named('height [m] [odd'), 'id'));
  });
});

/** The command that the archive itself names. */
function importCommand(readme: string): string {
  const [, command = ''] = /^(neo4j-admin [\s\S]*?relationships\.csv)$/m.exec(readme) ?? [];
  return command.replace('\\\n', '');
}
