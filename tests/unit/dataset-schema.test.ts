import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { editorSchema } from '../../graph-seed/editor-schema.ts';

const FILE = '../../graph-seed/graph.schema.json';

describe('the JSON Schema of graph files', () => {
  it('is what the schemas of the reader give (`npx vitest run --project unit tests/unit/dataset-schema.test.ts -u` writes it)', async () => {
    const kept = await readFile(new URL(FILE, import.meta.url), 'utf8').catch(() => '{}');
    const schema: unknown = JSON.parse(JSON.stringify(editorSchema()));
    // The file may be laid out in another way; only a difference in what it says is one.
    if (isDeepStrictEqual(JSON.parse(kept), schema)) return;
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(FILE);
  });

  it('offers editors the kinds, the types and the keys of every part', () => {
    expect(editorSchema()).toMatchObject({
      required: ['document', 'entities'],
      additionalProperties: false,
      properties: {
        document: { required: ['id', 'title', 'text'] },
        entities: {
          items: {
            additionalProperties: false,
            required: ['id', 'name', 'kind', 'summary'],
            properties: { kind: { enum: expect.arrayContaining(['Person', 'Country']) } },
          },
        },
        relationships: {
          items: {
            properties: {
              type: { enum: expect.arrayContaining(['SIGNED']) },
              status: { enum: expect.arrayContaining(['negated']), default: 'asserted' },
              evidence: { items: { required: ['passage', 'quote'] } },
            },
          },
        },
      },
    });
  });

  it('is named in the graph files that come with the project', async () => {
    const graph = await readFile(
      new URL('../../graph-seed/documents/us-japan-summit-2023/graph.yaml', import.meta.url),
      'utf8',
    );
    expect(graph).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.\.\/graph\.schema\.json$/m);
  });
});
