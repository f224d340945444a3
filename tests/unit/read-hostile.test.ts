import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../server/exchange/import-limits.ts';
import { ImportRefused } from '../../server/exchange/import-problems.ts';
import { readGraphFile } from '../../server/exchange/read-graph-file.ts';
import { exportedBytes } from '../fixtures/exported.ts';
import { oddGraph } from '../fixtures/odd-graph.ts';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const messageOf = async (name: string, content: string | Uint8Array) =>
  (await refusedBy({ [name]: content })).problems
    .map(({ line, message }) => `${line ?? ''} ${message}`)
    .join('\n');

/** Large inputs, on a machine that may have much else to do. */
const PATIENCE_MS = 120_000;

describe('a hostile file', () => {
  it('with entities of its own is refused by line; the five of XML and characters by number are read', async () => {
    const lol = `<?xml version="1.0"?>\n<!DOCTYPE graphml [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n<graphml><graph><node id="&a;"/></graph></graphml>`;
    expect(await messageOf('a.graphml', lol)).toMatch(/^2 has a DOCTYPE with declarations of its own/);
    const plain = `<!DOCTYPE graphml SYSTEM "http://127.0.0.1:1/x.dtd">\n<graphml><graph edgedefault="directed"><node id="&lt;&amp;&#x65E5;"/></graph></graphml>`;
    expect((await readExchange({ 'a.graphml': plain })).graph.nodes[0]?.id).toBe('<&日');
    expect(
      await messageOf('a.gexf', '<gexf><graph><nodes><node id="&nbsp;"/></nodes></graph></gexf>'),
    ).toContain('not well-formed');
  });

  it('of more characters than one text can have is refused, in the formats that are read as one', async () => {
    const limits = { ...importLimits(1), textLength: 20 };
    for (const [name, content] of Object.entries({
      'a.json': '{"nodes": [{"id": "a"}], "links": []}',
      'a.csv': 'source,target\na,b\nb,c\nc,d\n',
    })) {
      const chunks = new Blob([content]).stream();
      await expect(readGraphFile([{ name, chunks }], { limits })).rejects.toThrow(
        `${name}  has more than 0 million characters`,
      );
    }
  });

  it('a hundred thousand elements deep is refused, in XML and in JSON', async () => {
    const deep = 100_000;
    expect(await messageOf('a.gexf', `<gexf>${'<node id="a">'.repeat(deep)}`)).toContain(
      'more than 200 elements inside one another',
    );
    expect(await messageOf('a.json', `{"nodes": ${'['.repeat(deep)}`)).toContain('nested deeper than 200');
    expect(await messageOf('a.json', '{"nodes":'.repeat(deep))).toContain('nested deeper than 200');
  });

  it(
    'with a million attributes, keys, columns or declarations is refused',
    async () => {
      const many = Array.from({ length: 1_000_000 }, (_, at) => at);
      const attributes = many.map((at) => `a${at}="1"`).join(' ');
      expect(await messageOf('a.gexf', `<gexf><graph><nodes><node ${attributes}/>`)).toContain(
        'more than 5000 attributes',
      );
      const declared = many.map((at) => `<attribute id="${at}" title="t${at}" type="string"/>`).join('');
      expect(await messageOf('a.gexf', `<gexf><graph><attributes class="node">${declared}`)).toContain(
        'more than 5000 attributes',
      );
      expect(
        await messageOf('a.json', `{"nodes":[{${many.map((at) => `"k${at}":1`).join(',')}}]}`),
      ).toContain('more than 5000 keys');
      expect(await messageOf('a.csv', `id,${many.join(',')}\n`)).toContain('more than 5000 cells');
    },
    PATIENCE_MS,
  );

  it(
    'that unpacks to far more than its size is refused before it does',
    async () => {
      const letters = new Uint8Array(40 * 1024 * 1024).fill(97);
      expect(await messageOf('bomb.zip', zipSync({ 'a.csv': letters }))).toMatch(/unpacks to more than/);
      expect(await messageOf('bomb.gz', gzipSync(letters))).toMatch(/unpacks to more than/);
      expect(await messageOf('nest.zip', zipSync({ 'b.zip': zipSync({ 'a.csv': utf8('a,b') }) }))).toContain(
        'archive inside an archive',
      );
      const whole = zipSync({ 'a.csv': utf8('id\n1\n'.repeat(500)) });
      expect(await messageOf('cut.zip', whole.subarray(0, 40))).toMatch(/too early|cannot be unpacked/);
    },
    PATIENCE_MS,
  );

  it('larger than the limit ends there, however large it is', async () => {
    let sent = 0;
    const endless = async function* () {
      for (;;) {
        sent += 1;
        yield utf8('a,b\n'.repeat(16_384));
      }
    };
    const read = readGraphFile([{ name: 'endless.csv', chunks: endless() }], { limits: importLimits(2) });
    await expect(read).rejects.toThrow(/larger than 2 MB/);
    expect(sent).toBeLessThan(50);
  });

  it('with more nodes than the limit is refused', async () => {
    const chunks = (async function* () {
      yield utf8(`id\n${Array.from({ length: 20 }, (_, at) => at).join('\n')}`);
    })();
    await expect(readGraphFile([{ name: 'a.csv', chunks }], { limits: importLimits(1, 10) })).rejects.toThrow(
      'more than 10 nodes',
    );
  });

  it('that says UTF-16 of itself in single bytes is read as the UTF-8 that it is', async () => {
    const text =
      '<?xml version="1.0" encoding="utf-16"?><graphml><graph><node id="Zürich"/></graph></graphml>';
    const { graph } = await readExchange({ 'a.graphml': text });
    expect(graph.nodes.map(({ id }) => id)).toEqual(['Zürich']);
  });

  it('of another kind, empty, or in no encoding is refused in plain words', async () => {
    expect(await messageOf('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toContain(
      'of a kind that is not known',
    );
    expect(await messageOf('a.gexf', '')).toContain('is empty');
    expect(await messageOf('a.html', '<!DOCTYPE html><html></html>')).toContain('begins with <html>');
    expect(await messageOf('a.gexf', Uint8Array.from([...utf8('<gexf>\n'), 0xff, 0xfe, 0x80]))).toContain(
      'no UTF-8 text',
    );
    expect(await messageOf('a.gexf', '<?xml version="1.0" encoding="martian"?><gexf/>')).toContain(
      '"martian"',
    );
    expect(await messageOf('a.gexf', '<gexf><graph>')).toContain('not well-formed XML');
    expect(await messageOf('a.gexf', '<gexf/>')).toContain('has no <graph>');
  });
});

it(
  'any bytes give a graph or problems, never another error',
  async () => {
    const seeds = await Promise.all(
      (['json', 'gexf', 'graphml', 'csv', 'csv-neo4j'] as const).map((format) =>
        exportedBytes(format, oddGraph),
      ),
    );
    const damaged = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      )
      .map(([bytes, changes, cut]) => {
        const copy = bytes.slice(0, Math.ceil(bytes.length * Math.max(cut, 0.3)));
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        return copy;
      });
    const starts = fc.constantFrom(
      '<gexf><graph>',
      '<graphml>',
      '{"nodes":[',
      'a,b\n',
      'PK\u0003\u0004',
      '\u001f\u008b',
      ':ID,x:int\n',
    );
    const begun = fc.tuple(starts, fc.uint8Array({ maxLength: 200 })).map(([start, rest]) => {
      const head = Uint8Array.from([...start].map((character) => character.charCodeAt(0)));
      return Uint8Array.from([...head, ...rest]);
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(damaged, begun, fc.uint8Array({ maxLength: 300 })),
        fc.constantFrom('a', 'a.csv', 'a.zip'),
        async (bytes, name) => {
          try {
            const { graph } = await readExchange({ [name]: bytes });
            const ids = new Set(graph.nodes.map(({ id }) => id));
            expect(
              graph.relationships.every(({ source, target }) => ids.has(source) && ids.has(target)),
            ).toBe(true);
          } catch (error) {
            if (!(error instanceof ImportRefused)) throw error;
            expect(error.total).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 400 },
    );
  },
  PATIENCE_MS,
);
