import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exportedBytes } from '../fixtures/exported.ts';
import { randomGraph, randomNumbers } from '../fixtures/random-graph.ts';

/**
 * Reads one graph of 100,000 relationships as Throughline, graphology and NetworkX do, each in a process of its own,
 * one after the other: seconds of the processor (whatever else the machine does) and peak memory, ours as a ratio.
 *
 *     npm run bench -- reading [RELATIONSHIPS]
 */
const RELATIONSHIPS = Number(process.argv[3] ?? 100_000);
const READER = fileURLToPath(new URL('./read-one-file.ts', import.meta.url));
const PYTHON = fileURLToPath(new URL('./read-one-file.py', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

interface Measured {
  seconds: number;
  megabytes: number;
  relationships: number;
}

function measure(command: string, args: string[]): Measured | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 24 });
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1) ?? '') : undefined;
}

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
try {
  const { nodes, relationships } = randomGraph(randomNumbers(1), RELATIONSHIPS / 5, RELATIONSHIPS);
  const graph = {
    nodes: nodes.map(({ id, labels, properties }) => ({ id, labels: [...labels], caption: id, properties })),
    relationships: [...relationships],
  };
  for (const format of ['gexf', 'graphml', 'csv', 'json'] as const) {
    const path = join(folder, `graph.${format}`);
    const bytes = await exportedBytes(format, graph);
    writeFileSync(path, bytes);
    console.log(`\n${format}, ${(bytes.length / 2 ** 20).toFixed(1)} MB, ${RELATIONSHIPS} relationships`);
    const ours = measure(process.execPath, ['--import', TSX, READER, 'throughline', path]);
    const others = {
      graphology: measure(process.execPath, ['--import', TSX, READER, 'graphology', path]),
      NetworkX: measure('python3', [PYTHON, path]),
    };
    for (const [name, measured] of Object.entries({ Throughline: ours, ...others })) {
      if (measured === undefined) {
        console.log(`${name.padEnd(12)} does not read it`);
        continue;
      }
      const { seconds, megabytes, relationships: found } = measured;
      const ratio =
        ours && name !== 'Throughline' ? `  ours takes ${(ours.seconds / seconds).toFixed(2)} of it` : '';
      console.log(
        `${name.padEnd(12)} ${seconds.toFixed(2).padStart(7)} s  ${megabytes.toFixed(0).padStart(5)} MB  ${found} read${ratio}`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
