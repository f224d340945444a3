import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../server/contract/exports.ts';
import { exportFile } from '../../server/exchange/export-file.ts';
import { exportOptions, oddGraph } from '../fixtures/odd-graph.ts';

describe('an exported file', () => {
  it.each([
    ['json', 'application/json; charset=utf-8', 'Japan-UK-1.json'],
    ['gexf', 'application/gexf+xml; charset=utf-8', 'Japan-UK-1.gexf'],
    ['graphml', 'application/graphml+xml; charset=utf-8', 'Japan-UK-1.graphml'],
    ['csv', 'application/zip', 'Japan-UK-1.csv.zip'],
    ['markdown', 'text/markdown; charset=utf-8', 'Japan-UK-1.md'],
  ] as const)('as %s has a type and a name', (format, contentType, fileName) => {
    expect(exportFile(format, oddGraph, exportOptions)).toMatchObject({ contentType, fileName });
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd.json'],
    ['a\r\nSet-Cookie: b', 'a-Set-Cookie-b.json'],
    ['日本と英国', '日本と英国.json'],
    ['…', 'graph.json'],
    ['x'.repeat(200), `${'x'.repeat(60)}.json`],
  ])('titled %j is called %s', (title, fileName) => {
    expect(exportFile('json', oddGraph, { ...exportOptions, title }).fileName).toBe(fileName);
  });

  it.each(EXPORT_FORMATS)('as %s is the same whenever it is made of the same', (format) => {
    expect(exportFile(format, oddGraph, exportOptions)).toEqual(exportFile(format, oddGraph, exportOptions));
  });

  it.each(EXPORT_FORMATS)('as %s can hold an empty graph', (format) => {
    expect(exportFile(format, { nodes: [], relationships: [] }, exportOptions).body.length).toBeGreaterThan(
      0,
    );
  });
});
