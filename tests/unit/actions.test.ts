import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../client/panels/acts/actions');

it('gives every action an id of its own', () => {
  const ids = readdirSync(FOLDER).flatMap((file) =>
    [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^\s+id: '([^']+)'/gm)].map(([, id]) => id),
  );
  expect(ids.length).toBeGreaterThan(30);
  expect(ids).toEqual([...new Set(ids)]);
});
