import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const MANIFEST = join(CLIENT, '.vite/manifest.json');
const AT_MOST_KB = 400;

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    name: z.string().optional(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
  }),
);

/** The script of what comes on every visit, after the first frame of the graph. */
const FURNISHING = 'furnishing';

/**
 * Files of script that a first visit loads: the entry, what follows it at once, what either imports, and the worker that
 * lays out the graph.
 */
function firstVisitFiles(): Set<string> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(MANIFEST, 'utf8')));
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const [key, { isEntry, name }] of Object.entries(manifest)) {
    if (isEntry || name === FURNISHING) add(key);
  }
  for (const file of readdirSync(join(CLIENT, 'assets'))) {
    if (/^layout-worker.*\.js$/.test(file)) files.add(`assets/${file}`);
  }
  return files;
}

it(`the first visit loads at most ${AT_MOST_KB} kB of compressed script`, () => {
  expect(existsSync(MANIFEST), 'the page is not built: npm run build').toBe(true);
  const files = [...firstVisitFiles()];
  for (const part of ['index', FURNISHING, 'layout-worker']) {
    expect(files.some((file) => file.includes(`/${part}-`) && file.endsWith('.js'))).toBe(true);
  }
  const sizes = files.map(
    (file) => [file, gzipSync(readFileSync(join(CLIENT, file))).length / 1000] as const,
  );
  const total = sizes.reduce((sum, [, kilobytes]) => sum + kilobytes, 0);
  const told = sizes.map(([file, kilobytes]) => `${file} ${kilobytes.toFixed(0)} kB`).join(', ');
  expect(total, told).toBeLessThanOrEqual(AT_MOST_KB);
});
