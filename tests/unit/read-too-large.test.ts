import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readFiles } from '../../server/imports/load-dataset-file.ts';

it('refuses a file that is too large before any of it is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-large-'));
  try {
    const path = join(folder, 'large.graphml');
    writeFileSync(path, '<graphml>');
    truncateSync(path, 3 * 1024 * 1024);
    const bytes: number[] = [];
    const read = readFiles([{ path }], { limitMb: 2, onProgress: (count) => bytes.push(count) });
    await expect(read).rejects.toMatchObject({
      problems: [{ file: 'large.graphml', message: expect.stringContaining('is larger than 2 MB') }],
    });
    expect(bytes).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
