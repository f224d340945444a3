import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type {
  Graph,
  GraphNode,
  Properties,
  PropertyValue,
  Relationship,
} from '../../server/contract/graph.ts';
import { listOfNumbers } from '../../server/contract/number-values.ts';
import { isStorableList } from '../../server/exchange/cypher-text.ts';
import { importLimits } from '../../server/exchange/import-limits.ts';
import { plainText } from '../../server/exchange/plain-values.ts';
import { readGraphFile } from '../../server/exchange/read-graph-file.ts';
import { anyGraph, asUtf8Holds } from '../fixtures/arbitrary-graph.ts';
import { exportedText } from '../fixtures/exported.ts';
import { oddGraph } from '../fixtures/odd-graph.ts';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

type Item = Extract<PropertyValue, unknown[]>[number];

const storedName = (name: string) => asUtf8Holds(name).replaceAll('\u0000', '\uFFFD') || '_';

function storedItem(item: Item): Item {
  if (typeof item === 'string') return asUtf8Holds(item);
  const isSmall =
    item !== null &&
    typeof item === 'object' &&
    item.$type === 'Integer' &&
    Number.isSafeInteger(Number(item.value));
  return isSmall ? Number(item.value) : item;
}

/** What the loss report says of a value: lone surrogates become U+FFFD, lists of several types text. */
function stored(value: PropertyValue): PropertyValue {
  if (!Array.isArray(value)) return storedItem(value);
  if (!isStorableList(value)) return asUtf8Holds(plainText(value));
  const isFloat = (item: Item) =>
    (typeof item === 'number' && !Number.isSafeInteger(item)) ||
    (item !== null && typeof item === 'object' && item.$type === 'Float');
  if (!value.some(isFloat)) return value.map(storedItem);
  return listOfNumbers(
    value.map((item) =>
      item !== null && typeof item === 'object' && item.$type === 'Integer' ? Number(item.value) : item,
    ),
  );
}

/** Properties as Neo4j has them; names that it cannot hold are changed, so that only their values count. */
const values = (properties: Properties) =>
  Object.values(properties)
    .filter((value) => value !== null)
    .map((value) => JSON.stringify(stored(value)))
    .toSorted();

const plainProperties = (properties: Properties) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name, value]) => value !== null && storedName(name) === name)
      .map(([name, value]) => [name, stored(value)]),
  );

const sorted = <Element extends GraphNode | Relationship>(items: readonly Element[]) =>
  items.toSorted((one, other) => (one.id < other.id ? -1 : 1));

const script = (graph: Graph) => exportedText('cypher', graph);
const messagesOf = async (content: string, name = 'graph.cypher') =>
  (await refusedBy({ [name]: content })).problems.map(({ line, message }) => `${line} ${message}`);

const small: Graph = {
  nodes: [
    { id: 'a', labels: ['A'], caption: 'a', properties: { id: 'a', n: 1 } },
    { id: 'b', labels: [], caption: 'b', properties: {} },
  ],
  relationships: [{ id: 'r', type: 'T', source: 'a', target: 'b', properties: { list: [1, 2] } }],
};

describe('a Cypher script, out and in again', () => {
  it('gives an equal graph but for what the loss report names, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyGraph, async (graph) => {
        // Ids that differ only in lone surrogates get a number behind them; that is for another test.
        fc.pre([...graph.nodes, ...graph.relationships].every(({ id }) => asUtf8Holds(id) === id));
        const { graph: back, report } = await readExchange({ 'graph.cypher': await script(graph) });
        expect(report).toMatchObject({ format: 'cypher', writtenBy: 'Throughline' });
        const nodes = sorted(graph.nodes);
        expect(sorted(back.nodes)).toEqual(
          nodes.map(({ id, labels, properties }) => ({
            id,
            labels: [...new Set(labels.filter(Boolean).map(storedName))],
            caption: expect.any(String),
            properties: expect.objectContaining(plainProperties(properties)),
          })),
        );
        const relationships = sorted(graph.relationships);
        expect(sorted(back.relationships)).toEqual(
          relationships.map(({ properties, type, ...rest }) => ({
            ...rest,
            type: storedName(type),
            properties: expect.objectContaining(plainProperties(properties)),
          })),
        );
        expect(sorted(back.nodes).map(({ properties }) => values(properties))).toEqual(
          nodes.map(({ properties }) => values(properties)),
        );
        expect(sorted(back.relationships).map(({ properties }) => values(properties))).toEqual(
          relationships.map(({ properties }) => values(properties)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every type of value, parallel relationships and loops', async () => {
    const odd = await readExchange({ 'graph.cypher': await script(oddGraph) });
    const ends = ({ id, type, source, target }: Relationship) => [id, type, source, target];
    expect(sorted(odd.graph.relationships)).toHaveLength(oddGraph.relationships.length);
    expect(odd.graph.relationships.map(ends).toSorted()).toEqual(oddGraph.relationships.map(ends).toSorted());
    expect(odd.report.title).toBe('Japan – UK <1>');
    const properties: Properties = {
      name: 'all',
      date: { $type: 'Date', value: '2023-01-13' },
      time: { $type: 'Time', value: '10:00:00+01:00' },
      localTime: { $type: 'LocalTime', value: '10:00:00.5' },
      dateTime: { $type: 'DateTime', value: '2023-01-13T10:00:00+01:00[Europe/Paris]' },
      localDateTime: { $type: 'LocalDateTime', value: '2023-01-13T10:00:00' },
      duration: { $type: 'Duration', value: 'P1DT2H' },
      flat: { $type: 'Point', value: 'SRID=4326;POINT(1.5 2)' },
      high: { $type: 'Point', value: 'SRID=9157;POINT Z (1.5 -2 1e+21)' },
      dates: [{ $type: 'Date', value: '2023-01-13' }],
      floats: [1, 2.5, { $type: 'Float', value: '-0' }, { $type: 'Float', value: 'NaN' }],
      wholeFloats: [{ $type: 'Float', value: '1' }],
      wholeFloat: { $type: 'Float', value: '5' },
      negativeZero: { $type: 'Float', value: '-0' },
      tiny: 5e-324,
      huge: 1e21,
      integers: [1, { $type: 'Integer', value: '9223372036854775807' }],
      least: { $type: 'Integer', value: '-9223372036854775808' },
      infinite: { $type: 'Float', value: '-Infinity' },
      flags: [true, false],
      throughline_id: 'kept',
      '`back\\u0041`\n': "\\u0041'\u0000\n] AS row ;\n",
      __proto__x: 'x',
    };
    const graph: Graph = {
      nodes: [{ id: 'n\\', labels: ['ThroughlineScript', '`A`:`B`'], caption: 'all', properties }],
      relationships: [],
    };
    const back = await readExchange({ 'graph.cypher': await script(graph) });
    expect(back.graph).toEqual(graph);
    expect(back.report.notes).toEqual([]);
  });

  it('has a point whose coordinates are no numbers as text', async () => {
    const value = 'SRID=4326;POINT(1.2.3 1e999)';
    const node = {
      id: 'a',
      labels: [],
      caption: 'a',
      properties: { name: 'a', at: { $type: 'Point' as const, value } },
    };
    const back = await readExchange({ 'a.cypher': await script({ nodes: [node], relationships: [] }) });
    expect(back.graph.nodes[0]?.properties.at).toBe(value);
  });

  it('tells ids apart that differ only in what Neo4j cannot store', async () => {
    const graph: Graph = {
      nodes: ['\uD800', '\uD801'].map((id) => ({ id, labels: [], caption: id, properties: {} })),
      relationships: [{ id: 'r', type: 'T', source: '\uD800', target: '\uD801', properties: {} }],
    };
    const back = (await readExchange({ 'graph.cypher': await script(graph) })).graph;
    expect(new Set(back.nodes.map(({ id }) => id)).size).toBe(2);
    expect(back.relationships[0]).toMatchObject({ source: back.nodes[0]?.id, target: back.nodes[1]?.id });
  });

  it('is known by its second line under any name, and is read gzipped, with CRLF and a byte order mark', async () => {
    const text = await script(small);
    const expected = { nodes: expect.any(Array), relationships: small.relationships };
    for (const [name, content] of Object.entries({
      'notes.txt': text,
      'graph.cypher.gz': gzipSync(new TextEncoder().encode(text)),
      'graph.cql': `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    })) {
      const { graph, report } = await readExchange({ [name]: content });
      expect(graph).toMatchObject(expected);
      expect(report.format).toBe('cypher');
    }
    const empty = await readExchange({ 'empty.cypher': await script({ nodes: [], relationships: [] }) });
    expect(empty.graph).toEqual({ nodes: [], relationships: [] });
  });
});

describe('a script that is not one of ours', () => {
  it.each([
    'CREATE (n)',
    "LOAD CSV FROM 'file:///etc/passwd' AS row CREATE (n)",
    'MATCH (n) DETACH DELETE n',
    'CALL apoc.load.json("x")',
    'UNWIND range(1, 10) AS row MERGE (n)',
    ':begin',
  ])('is refused by line: %s', async (statement) => {
    expect(await messagesOf(`// made elsewhere\n\n${statement};\n`)).toEqual([
      expect.stringMatching(/^3 has ".*" where .* must be; only scripts written by Throughline can be read$/),
    ]);
    const [head = '', ...rest] = (await script(small)).split(/(?=CALL db)/);
    const line = head.split('\n').length;
    const smuggled = await messagesOf(`${head}${statement};\n${rest.join('')}`);
    expect(smuggled).toEqual([expect.stringMatching(new RegExp(`^${line} has `))]);
  });

  it('is told problem by problem, a hundred at most', async () => {
    expect(
      (await messagesOf('CREATE (a);\nCREATE (b);\nMATCH (n)\n  RETURN n;\n')).map(
        (text) => text.split(' ', 1)[0],
      ),
    ).toEqual(['1', '2', '3']);
    expect(await messagesOf('CREATE (a);\n'.repeat(100_000))).toHaveLength(100);
  });

  it.each([
    ['a second clause', 'SET n = row SET n:`A`;', 'SET n = row SET n:`A` DETACH DELETE n;'],
    ['an expression', '`n`: 1', '`n`: 1 + 1'],
    ['a call of another function', '`n`: 1', "`n`: apoc.util.sleep('1')"],
    ['a name without backticks', '`n`: 1', 'n: 1'],
    ['a number of another spelling', '`n`: 1', '`n`: 01'],
    ['a whole number beyond 64 bits', '`n`: 1', '`n`: 9223372036854775808'],
    ['an escape that Cypher reads otherwise', '`n`: 1', '`n\\u0060`: 1'],
    ['a text in other quotes', '`n`: 1', '`n`: "1"'],
    ['null', '`n`: 1', '`n`: null'],
    ['a day that is none', '`n`: 1', "`n`: date('2023-02-30')"],
    ['a list of several types', '[1, 2]', "[1, 'a']"],
    ['a list of integers and floats', '[1, 2]', '[1, 2.5]'],
    ['a list in a list', '[1, 2]', '[[1], [2]]'],
    ['a name given twice', '`n`: 1', '`n`: 1, `n`: 2'],
    ['another label', 'MATCH (b:`ThroughlineScript` ', 'MATCH (b:`Other` '],
    ['an end that is missing', "b: 'b'", "b: 'c'"],
    ['an id that is no text', "{`id`: 'a'", '{`id`: 5'],
    ['two keys', 'row.`id`', 'row.`n`'],
    ['a row less than it says', '1 relationships.', '2 relationships.'],
    [
      'a row of the other kind',
      "{a: 'a', b: 'b', r: {`throughline_id`: 'r', `list`: [1, 2]}}",
      "{`throughline_id`: 'r'}",
    ],
  ])('is refused for %s', async (_, written, instead) => {
    const text = await script(small);
    expect(text).toContain(written);
    const line = text.slice(0, text.indexOf(written)).split('\n').length;
    expect((await messagesOf(text.replace(written, instead)))[0]).toMatch(new RegExp(`^${line} `));
  });

  it('is refused at the row whose end is looked for by another property', async () => {
    const text = (await script(small)).replace('{`throughline_id`: row.b}', '{`id`: row.b}');
    const line = text.slice(0, text.indexOf('{a: ')).split('\n').length;
    expect(await messagesOf(text)).toEqual([
      expect.stringMatching(new RegExp(`^${line} looks for the node "b"`)),
    ]);
  });

  it('is refused when it was cut anywhere, or its statements changed places', async () => {
    const text = await script(small);
    for (let length = 1; length < text.length - 2; length += 1) {
      expect(await messagesOf(text.slice(0, length))).not.toEqual([]);
    }
    const [first = '', ...others] = text.split(/(?=UNWIND|MATCH \(n:)/);
    expect((await messagesOf([first, ...others.toReversed()].join('')))[0]).toContain(
      'behind one that comes later',
    );
  });

  it('cannot go deep, nor past the limits of all files', async () => {
    const text = await script(small);
    for (const deep of ['[', '{', 'date(', 'point({x: ']) {
      expect((await messagesOf(text.replace('[1, 2]', deep.repeat(200_000))))[0]).toContain('must be');
    }
    expect((await messagesOf(text.replace('[1, 2]', `'${"\\'".repeat(1_000_000)}`)))[0]).toContain(
      'closed in its line',
    );
    const many = Array.from({ length: 5001 }, (_, at) => `\`k${at}\`: 1`).join(', ');
    expect((await messagesOf(text.replace('`n`: 1', many)))[0]).toContain('at most 5000 are allowed');
    const labels = Array.from({ length: 5000 }, (_, at) => `\`${at}\``).join(':');
    const rows = Array.from({ length: 250 }, (_, at) => `{\`id\`: '${at}'}`).join(',\n');
    const amplified = text.replace(
      /UNWIND \[\n.*\n\] AS row MERGE \(n:.* SET n:`A`;/,
      () =>
        `UNWIND [\n${rows}\n] AS row MERGE (n:\`ThroughlineScript\` {\`id\`: row.\`id\`}) SET n = row SET n:${labels};`,
    );
    expect((await messagesOf(amplified))[0]).toContain('more than 1000000 labels in all');
    const limits = importLimits(1, 2);
    const chunks = async function* () {
      yield new TextEncoder().encode(text);
    };
    await expect(readGraphFile([{ name: 'a.cypher', chunks: chunks() }], { limits })).rejects.toThrow(
      'more than 2 nodes and relationships',
    );
  });
});
