import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readExchange, refusedBy } from '../fixtures/read-exchange.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) => {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  [...`\uFEFF${text}`].forEach((_, at) => {
    view.setUint16(2 * at, `\uFEFF${text}`.charCodeAt(at), littleEndian);
  });
  return bytes;
};

describe('tables', () => {
  it('of Gephi: nodes and edges zipped, with its names of columns and its directions', async () => {
    const { graph, report } = await readExchange({
      'gephi.zip': zipSync({
        'export/nodes.csv': utf8('Id,Label,timeset,modularity\r\n1,Anna,,0.5\r\n2,"Bo ""the"" Great",,2\r\n'),
        'export/edges.csv': utf8(
          'Source,Target,Type,Id,Label,timeset,Weight\r\n1,2,Undirected,7,,,1.0\r\n2,2,Directed,8,likes,,2.5\r\n',
        ),
        '__MACOSX/export/._nodes.csv': utf8('\u0000\u0001'),
        'export/.DS_Store': utf8('\u0000'),
      }),
    });
    expect(graph.nodes).toEqual([
      { id: '1', labels: [], caption: 'Anna', properties: { modularity: 0.5 } },
      { id: '2', labels: [], caption: 'Bo "the" Great', properties: { modularity: 2 } },
    ]);
    expect(graph.relationships).toEqual([
      {
        id: '7',
        type: 'RELATED_TO',
        source: '1',
        target: '2',
        properties: { Weight: { $type: 'Float', value: '1' }, directed: false },
      },
      { id: '8', type: 'likes', source: '2', target: '2', properties: { Weight: 2.5 } },
    ]);
    expect(report.tables.map(({ file, kind }) => [file, kind])).toEqual([
      ['nodes.csv', 'nodes'],
      ['edges.csv', 'relationships'],
    ]);
  });

  it('types a column by all of its cells: zips and mixed columns stay texts', async () => {
    const { graph } = await readExchange({
      'nodes.csv':
        'id,int,long,num,flag,zip,mixed,list,quoted,empty\n' +
        'a,1,9007199254740993,1.5,true,01234,1,"[1,""x"",null]","5",\n' +
        'b,-2,1,2,FALSE,99999,x,[],"",""\n',
    });
    expect(graph.nodes.map(({ properties }) => properties)).toEqual([
      {
        int: 1,
        long: { $type: 'Integer', value: '9007199254740993' },
        num: 1.5,
        flag: true,
        zip: '01234',
        mixed: '1',
        list: [1, 'x', null],
        quoted: 5,
      },
      { int: -2, long: 1, num: 2, flag: false, zip: '99999', mixed: 'x', list: [], empty: '' },
    ]);
  });

  it.each([
    ['semicolons and CR', utf8('from;to;since\ra;b;1990\rb;c;2001\r')],
    ['tabs and a byte order mark', utf8('\uFEFFfrom\tto\tsince\na\tb\t1990\nb\tc\t2001\n')],
    ['bars', utf8('from|to|since\na|b|1990\nb|c|2001')],
    ['UTF-16, little end first', utf16('from,to,since\r\na,b,1990\r\nb,c,2001\r\n', true)],
    ['UTF-16, big end first', utf16('from,to,since\r\na,b,1990\r\nb,c,2001\r\n', false)],
    ['the delimiter in a line of its own', utf8('sep=;\r\nfrom;to;since\r\na;b;1990\r\nb;c;2001\r\n')],
    ['cells all in quotes', utf8('"from","to","since"\n"a","b","1990"\n"b","c","2001"\n')],
  ])('with %s', async (_, bytes) => {
    const { graph } = await readExchange({ 'ties.csv': bytes });
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(graph.relationships.map(({ source, target, properties }) => [source, target, properties])).toEqual(
      [
        ['a', 'b', { since: 1990 }],
        ['b', 'c', { since: 2001 }],
      ],
    );
  });

  it('in Windows-1252, with line breaks and delimiters in quotes', async () => {
    const bytes = Uint8Array.from([...'id,label\n1,"M\xfcller, \n\x80 5"\n'].map((c) => c.charCodeAt(0)));
    const { graph, report } = await readExchange({ 'nodes.csv': bytes });
    expect(graph.nodes[0]?.caption).toBe('Müller, \n€ 5');
    expect(report.tables[0]?.encoding).toBe('windows-1252');
  });

  it('without a header, as NetworkX and igraph write lists of edges', async () => {
    const { graph, report } = await readExchange({ 'karate.edgelist': '0 1\n0 2\n1 2\n' });
    expect(graph.relationships.map(({ source, target }) => source + target)).toEqual(['01', '02', '12']);
    expect(report.tables[0]).toMatchObject({ header: false, delimiter: ' ', kind: 'relationships' });
    const words = await readExchange({ 'ties.csv': 'anna,bo\nbo,cy\ncy,anna\n' });
    expect(words.graph.relationships).toHaveLength(3);
  });

  it('follow what is said of their columns', async () => {
    const file = { 'people.csv': 'person,boss,since\nAnna,Bo,1990\nBo,Cy,2001\n' };
    expect((await readExchange(file)).report.tables[0]).toMatchObject({
      kind: 'relationships',
      columns: [
        { role: 'source' },
        { role: 'target' },
        { role: 'property', type: 'integer', samples: ['1990', '2001'] },
      ],
    });
    const said = {
      kind: 'relationships',
      columns: { boss: 'source', person: 'target', since: 'ignore' },
    } as const;
    const { graph } = await readExchange(file, { 'people.csv': said });
    expect(graph.relationships[0]).toMatchObject({ source: 'Bo', target: 'Anna', properties: {} });
    const nodes = await readExchange(file, { 'people.csv': { kind: 'nodes', columns: { person: 'id' } } });
    expect(nodes.graph.nodes[0]).toMatchObject({ id: 'Anna', properties: { boss: 'Bo', since: 1990 } });
  });

  it('name what is wrong by row and column', async () => {
    const { problems } = await refusedBy({
      'nodes.csv': 'id,label\na,"x\ny"\na,z\nb\n,q\n',
      'edges.csv': 'source,target,type\na,c,T\n,b,T\n',
    });
    expect(problems.map(({ file, line, field, message }) => [file, line, field, message])).toEqual([
      ['nodes.csv', 4, 'id', 'the node "a" was given before, in line 2; ids must differ'],
      ['nodes.csv', 5, undefined, expect.stringContaining('has cells: 1, but the first row has 2')],
      ['nodes.csv', 6, 'id', 'a node has an empty id; give each node one'],
      ['edges.csv', 3, 'source', 'is empty; it must name a node'],
      ['edges.csv', 2, 'target', 'names the node "c", which the file does not have'],
    ]);
  });

  it('with a quote that is never closed, or a matrix, are refused', async () => {
    expect((await refusedBy({ 'a.csv': 'id,label\n1,"x\n2,y\n' })).problems[0]?.message).toContain(
      'never closed',
    );
    expect((await refusedBy({ 'a.csv': 'id,label\n1,x"y"\n' })).problems[0]).toMatchObject({ line: 2 });
    expect((await refusedBy({ 'm.csv': ';a;b\na;0;1\nb;1;0\n' })).problems[0]?.message).toContain('matrix');
  });
});

describe('one text', () => {
  it.each([
    ['a.txt', 'hello world this is text'],
    ['b.txt', 'hello'],
    ['a.json', '"x"\n'],
  ])('in %s is no table', async (name, text) => {
    expect((await refusedBy({ [name]: text })).problems[0]?.message).toContain('no table of nodes');
  });

  it('that names a column is a table without rows', async () => {
    const { report } = await readExchange({ 'nodes.csv': 'id\n' });
    expect([report.format, report.nodeCount]).toEqual(['csv', 0]);
  });
});

describe('tables for neo4j-admin', () => {
  it('read id spaces, types, lists and several labels', async () => {
    const { graph, report } = await readExchange({
      'movies.zip': zipSync({
        'roles.csv': utf8(':START_ID(Actor),role,:END_ID(Movie),:TYPE\n1,Neo,1,ACTED_IN\n2,"",1,ACTED_IN\n'),
        'movies.csv': utf8('movieId:ID(Movie),title,year:int,:LABEL\n1,The Matrix,1999,Movie;Film\n'),
        'actors.csv': utf8(
          'id:ID(Actor),name,scores:float[],born:date,skip:IGNORE,:LABEL\n1,Keanu,1.5;2,1964-09-02,x,Actor\n2,Carrie,,,x,Actor\n',
        ),
      }),
    });
    expect(report.format).toBe('neo4j-csv');
    expect(graph.nodes).toEqual([
      {
        id: '1',
        labels: ['Movie', 'Film'],
        caption: 'The Matrix',
        properties: { movieId: '1', title: 'The Matrix', year: 1999 },
      },
      {
        id: 'Actor:1',
        labels: ['Actor'],
        caption: 'Keanu',
        properties: {
          id: '1',
          name: 'Keanu',
          scores: [1.5, 2],
          born: { $type: 'Date', value: '1964-09-02' },
        },
      },
      { id: '2', labels: ['Actor'], caption: 'Carrie', properties: { id: '2', name: 'Carrie' } },
    ]);
    expect(
      graph.relationships.map(({ source, target, type, properties }) => [source, target, type, properties]),
    ).toEqual([
      ['Actor:1', '1', 'ACTED_IN', { role: 'Neo' }],
      ['2', '1', 'ACTED_IN', { role: '' }],
    ]);
  });

  it('name wrong types and values', async () => {
    const { problems } = await refusedBy({ 'n.csv': ':ID,age:int,x:colour\na,five,red\n' });
    expect(problems.map(({ line, field, message }) => [line, field, message])).toEqual([
      [1, 'x:colour', expect.stringContaining('"colour" is no type of values')],
      [2, 'age', '"five" is not a whole number such as 42'],
    ]);
  });
});
