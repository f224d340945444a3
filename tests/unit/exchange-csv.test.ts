import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { Graph, PropertyValue } from '../../server/contract/graph.ts';
import { isWholeFloat } from '../../server/contract/number-values.ts';
import { anyGraph, asUtf8Holds } from '../fixtures/arbitrary-graph.ts';
import { exportedBytes } from '../fixtures/exported.ts';
import { oddGraph } from '../fixtures/odd-graph.ts';

/** The text of one file of the zip, with its byte order mark. */
async function textOf(graph: Graph, file: 'nodes.csv' | 'relationships.csv'): Promise<string> {
  const bytes = unzipSync(await exportedBytes('csv', graph))[file];
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
}

/** RFC 4180, read by its grammar: a record ends with CRLF, a quoted cell doubles its quotes. */
function readCells(text: string): string[][] {
  const records: string[][] = [];
  const record: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy)) {
    record.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') records.push(record.splice(0));
  }
  return records;
}

const withoutApostrophe = (cell: string) => cell.replace(/^'/, '');

function expectedCell(value: PropertyValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const texts = value.map((item) => {
      if (isWholeFloat(item)) return `${item.value}.0`;
      const plain = item !== null && typeof item === 'object' ? item.value : item;
      return JSON.stringify(typeof plain === 'string' ? asUtf8Holds(plain) : plain);
    });
    return `[${texts.join(',')}]`;
  }
  if (isWholeFloat(value)) return `${value.value}.0`;
  return asUtf8Holds(typeof value === 'object' ? value.value : String(value));
}

it('gives back every cell of any graph', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (graph) => {
      const [head = [], ...rows] = readCells((await textOf(graph, 'relationships.csv')).slice(1));
      const names = head.map(withoutApostrophe);
      expect(new Set(names).size).toBe(names.length);
      expect(rows).toHaveLength(graph.relationships.length);
      rows.forEach((row, at) => {
        const { id, type, source, target, properties } = graph.relationships[at] ?? expect.fail();
        expect(row).toHaveLength(head.length);
        expect(row.slice(0, 4).map(withoutApostrophe)).toEqual([id, type, source, target].map(asUtf8Holds));
        for (const [name, value] of Object.entries(properties)) {
          if (['id', 'type', 'source', 'target'].includes(name)) continue;
          const cell = row[names.indexOf(asUtf8Holds(name))];
          expect(withoutApostrophe(cell ?? expect.fail(name))).toBe(expectedCell(value));
        }
      });
    }),
  );
});

it('lets no text be taken for a formula, and leaves numbers alone', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, async (graph) => {
      const cells = readCells((await textOf(graph, 'nodes.csv')).slice(1)).flat();
      const isNumber = (cell: string) => /^-\d+(\.\d+)?(e[+-]?\d+)?$/.test(cell);
      expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell) && !isNumber(cell))).toEqual([]);
    }),
  );
  const text = await textOf(oddGraph, 'nodes.csv');
  expect(text).toContain('"\'=HYPERLINK(""http://example.org"")"');
  expect(text).toContain(',-5,');
});

it('begins each file with a byte order mark and a line of names', async () => {
  expect((await textOf(oddGraph, 'nodes.csv')).split('\r\n')[0]).toBe(
    '\uFEFFid,labels,caption,id_property,aliases,population,joined,share,serial,ally,formula,nothing,label,mixed,note,empty,lists,score,scores,throughline',
  );
  expect((await textOf(oddGraph, 'relationships.csv')).split('\r\n')[0]).toBe(
    '\uFEFFid,type,source,target,id_property,status,evidence,key,weight,date,throughline',
  );
  expect(await textOf(oddGraph, 'relationships.csv')).toContain('r4,PRAISES,uk,uk,');
});
