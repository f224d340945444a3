import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ASSETS = join(import.meta.dirname, '../../dist/client/assets');
/** As the kit names the classes and the motions of its widgets. */
const NAMES = /\bm_[0-9a-f]{5,8}\b/g;

function namesIn(ending: string): Set<string> {
  const files = readdirSync(ASSETS).filter((file) => file.endsWith(ending));
  return new Set(files.flatMap((file) => readFileSync(join(ASSETS, file), 'utf8').match(NAMES) ?? []));
}

it('every widget of the page has its styles', () => {
  const [used, styled] = [namesIn('.js'), namesIn('.css')];
  expect(used.size).toBeGreaterThan(50);
  expect([...used].filter((name) => !styled.has(name))).toEqual([]);
});
