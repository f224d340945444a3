import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../server/contract/exports.ts';
import { prepareFile } from '../../server/exchange/export-file.ts';
import { sourceOf } from '../../server/exchange/graph-source.ts';
import { exportedBytes } from '../fixtures/exported.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

describe('an exported file', () => {
  it.each([
    ['json', 'application/json; charset=utf-8', 'Japan-UK-1.json'],
    ['gexf', 'application/gexf+xml; charset=utf-8', 'Japan-UK-1.gexf'],
    ['graphml', 'application/graphml+xml; charset=utf-8', 'Japan-UK-1.graphml'],
    ['csv', 'application/zip', 'Japan-UK-1.csv.zip'],
    ['csv-neo4j', 'application/zip', 'Japan-UK-1.neo4j.zip'],
    ['cypher', 'text/plain; charset=utf-8', 'Japan-UK-1.cypher'],
    ['markdown', 'text/markdown; charset=utf-8', 'Japan-UK-1.md'],
  ] as const)('as %s has a type and a name', async (format, contentType, fileName) => {
    const file = await prepareFile(format, sourceOf(oddGraph), exportOptions);
    expect(file).toMatchObject({ contentType, fileName });
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd.json'],
    ['a\r\nSet-Cookie: b', 'a-Set-Cookie-b.json'],
    ['日本と英国', '日本と英国.json'],
    ['…', 'graph.json'],
    ['x'.repeat(200), `${'x'.repeat(60)}.json`],
  ])('titled %j is called %s', async (title, fileName) => {
    const file = await prepareFile('json', sourceOf(oddGraph), { ...exportOptions, title });
    expect(file.fileName).toBe(fileName);
  });

  it.each(EXPORT_FORMATS)('as %s is the same whenever it is made of the same', async (format) => {
    expect(await exportedBytes(format, oddGraph)).toEqual(await exportedBytes(format, oddGraph));
  });

  it.each(EXPORT_FORMATS)('as %s can hold an empty graph', async (format) => {
    const bytes = await exportedBytes(format, { nodes: [], relationships: [] });
    expect(bytes.length).toBeGreaterThan(0);
  });
});
