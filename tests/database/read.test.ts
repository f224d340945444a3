import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable, QueryCancelled, QueryRefused } from '../../server/database/database-errors.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { readSettings } from '../../server/settings.ts';
import { describeOnEmbedded, describeOnEngines, describeOnNeo4j } from '../fixtures/engines.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

describeOnEngines('reading', smallGraph, (engine) => {
  const read = (cypher: string, parameters?: Record<string, unknown>) =>
    engine.database.read(cypher, parameters);

  it('names its engine, version and address', async () => {
    expect(await engine.database.info()).toMatchObject({
      engine: engine.name,
      version: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(engine.database.engine).toBe(engine.name);
    expect(engine.database.address).not.toBe('');
  });

  it('gives plain values of every kind, also inside lists and maps', async () => {
    const [row] =
      await read(`RETURN 1 AS whole, 1.5 AS fraction, 9007199254740993 AS large, -9007199254740993 AS small,
      0.0 / 0.0 AS nan, 1.0 / 0.0 AS infinite, true AS yes, null AS nothing, 'Zürich 🗻' AS text,
      [1, [2, {a: 9007199254740993}]] AS list, {a: {b: [null, 'c']}} AS map, [] AS none`);
    const large = { $type: 'Integer', value: '9007199254740993' };
    expect(row).toEqual({
      whole: 1,
      fraction: 1.5,
      large,
      small: { $type: 'Integer', value: '-9007199254740993' },
      nan: { $type: 'Float', value: 'NaN' },
      infinite: { $type: 'Float', value: 'Infinity' },
      yes: true,
      nothing: null,
      text: 'Zürich 🗻',
      list: [1, [2, { a: large }]],
      map: { a: { b: [null, 'c'] } },
      none: [],
    });
  });

  it('gives the columns in the order of the query', async () => {
    const [row] = await read('RETURN 1 AS zebra, 2 AS apple, 3 AS `the middle`');
    expect(Object.keys(row ?? {})).toEqual(['zebra', 'apple', 'the middle']);
  });

  it('gives local date-times as typed values without needless zeros', async () => {
    const [row] = await read(`RETURN localdatetime('2020-01-02T03:04:05.5') AS fraction,
      [localdatetime('2020-01-02T03:04:05')] AS list`);
    expect(row).toEqual({
      fraction: { $type: 'LocalDateTime', value: '2020-01-02T03:04:05.5' },
      list: [{ $type: 'LocalDateTime', value: '2020-01-02T03:04:05' }],
    });
  });

  it('takes parameters of every kind and gives them back', async () => {
    const parameters = {
      whole: 3,
      fraction: 0.25,
      text: '"; MATCH (n) DETACH DELETE n //',
      yes: false,
      nothing: null,
      list: [1, 'a', null, [2]],
      map: { a: { b: [1.5] } },
      large: { $type: 'Integer', value: '9007199254740993' },
      bytes: { $type: 'Bytes', value: 'AAEC/w==' },
      local: { $type: 'LocalDateTime', value: '2020-01-02T03:04:05.25' },
    };
    const returned = Object.keys(parameters).map((key) => `$${key} AS ${key}`);
    const [row] = await read(`RETURN ${returned.join(', ')}, $whole / 2 AS halved`, parameters);
    expect(row).toEqual({ ...parameters, halved: 1 });
  });

  it('takes whole numbers as integers for LIMIT and lists', async () => {
    const rows = await read('UNWIND $list AS item RETURN item / 2 AS half LIMIT $limit', {
      list: [1, 2, 3],
      limit: 2,
    });
    expect(rows).toEqual([{ half: 0 }, { half: 1 }]);
  });

  it('takes an undefined parameter as null', async () => {
    expect(await read('RETURN $x AS x', { x: undefined })).toEqual([{ x: null }]);
  });

  it('gives nodes, relationships and paths as maps when a query returns them', async () => {
    const [row] = await read(
      "MATCH p = (a:Entity {id: 'japan'})-[r]->(b) RETURN a, r, p, elementId(a) AS start, elementId(r) AS link",
    );
    const japan = {
      elementId: row?.start,
      labels: expect.arrayContaining(['Entity', 'Country']),
      properties: { id: 'japan', name: 'Japan', aliases: ['Nippon'] },
    };
    const relationship = {
      elementId: row?.link,
      type: 'PARTNER_OF',
      properties: { id: 'r1', status: 'asserted' },
    };
    expect(row).toMatchObject({
      a: japan,
      r: { ...relationship, startNodeElementId: row?.start },
      p: { nodes: [japan, { properties: { id: 'uk' } }], relationships: [relationship] },
    });
  });

  it('answers many rows whole and in order', async () => {
    const rows = await read('UNWIND range(1, 25000) AS n RETURN n, toString(n) AS text');
    expect(rows).toHaveLength(25_000);
    expect(rows.every((row, index) => row.n === index + 1 && row.text === String(index + 1))).toBe(true);
  });

  it.each([
    ['a wrong query', 'BAD'],
    ['an unknown variable', 'RETURN nope'],
    ['a missing parameter', 'RETURN $missing'],
    ['an unknown function', 'RETURN nope(1)'],
    ['a division by zero', 'RETURN 1 / 0'],
    ['a write', "CREATE (n:Entity {id: 'new'})"],
    ['a change', "MATCH (n:Entity {id: 'uk'}) SET n.name = 'x'"],
    ['a removal', 'MATCH (n) DETACH DELETE n'],
    ['a change of the schema', 'CREATE INDEX some_index FOR (n:Entity) ON (n.name)'],
  ])('refuses %s with a message and goes on', async (_title, cypher) => {
    const refused = read(cypher);
    await expect(refused).rejects.toBeInstanceOf(QueryRefused);
    await expect(refused).rejects.toThrow(/\w{3}/);
    expect(await read('MATCH (n) RETURN count(n) AS count')).toEqual([{ count: 5 }]);
  });

  it('does not start when the signal is aborted already', async () => {
    const reading = engine.database.read('RETURN 1 AS one', {}, { signal: AbortSignal.abort() });
    await expect(reading).rejects.toBeInstanceOf(QueryCancelled);
  });

  it('answers many queries at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => read('RETURN $n AS n', { n }).then(([row]) => row?.n)),
    );
    expect(answers).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('ends what is asked after closing', async () => {
    const database = openDatabase(engine.settings);
    await database.read('RETURN 1 AS one');
    await database.close();
    await database.close();
    await expect(database.read('RETURN 1 AS one')).rejects.toBeInstanceOf(DatabaseUnavailable);
  });
});

describeOnNeo4j('values that only Neo4j has', smallGraph, (engine) => {
  it('gives temporal and spatial values and bytes as typed values', async () => {
    const [row] =
      await engine.database.read(`RETURN date('2020-01-02') AS date, time('10:00:01.5+01:00') AS time,
      localtime('10:00') AS localTime, datetime('2020-01-02T03:04:05Z') AS dateTime,
      datetime('2020-01-02T03:04:05.123456789[Europe/Stockholm]') AS zoned,
      duration('P1Y2M3DT4H5M6.5S') AS duration, point({longitude: 12.5, latitude: 41.9}) AS point,
      [point({x: 1, y: 2, z: 3})] AS solid`);
    expect(row).toEqual({
      date: { $type: 'Date', value: '2020-01-02' },
      time: { $type: 'Time', value: '10:00:01.5+01:00' },
      localTime: { $type: 'LocalTime', value: '10:00:00' },
      dateTime: { $type: 'DateTime', value: '2020-01-02T03:04:05Z' },
      zoned: { $type: 'DateTime', value: '2020-01-02T03:04:05.123456789+01:00[Europe/Stockholm]' },
      duration: { $type: 'Duration', value: 'P1Y2M3DT4H5M6.5S' },
      point: { $type: 'Point', value: 'SRID=4326;POINT(12.5 41.9)' },
      solid: [{ $type: 'Point', value: 'SRID=9157;POINT Z (1 2 3)' }],
    });
    const again = Object.keys(row ?? {}).map((key) => `$${key} AS ${key}`);
    expect(await engine.database.read(`RETURN ${again.join(', ')}`, row)).toEqual([row]);
  });

  it('refuses a typed parameter that is none', async () => {
    const reading = engine.database.read('RETURN $d AS d', { d: { $type: 'Date', value: 'tomorrow' } });
    await expect(reading).rejects.toThrow(new QueryRefused('"tomorrow" is no Date'));
  });

  it.each([
    ['a wrong password', { NEO4J_PASSWORD: 'wrong' }, /NEO4J_PASSWORD/],
    ['an unknown database', { NEO4J_DATABASE: 'nowhere' }, /NEO4J_DATABASE/],
    ['a server that is away', { NEO4J_URI: 'bolt://127.0.0.1:1' }, /bolt:\/\/127.0.0.1:1.*NEO4J_URI/],
    ['a cluster that is away', { NEO4J_URI: 'neo4j://127.0.0.1:1' }, /NEO4J_URI/],
  ])('says what to check with %s', async (_title, wrong, message) => {
    const { neo4j } = engine.settings;
    const right = { NEO4J_URI: neo4j?.uri, NEO4J_USER: neo4j?.user, NEO4J_PASSWORD: neo4j?.password };
    const database = openDatabase(readSettings({ ...right, ...wrong }));
    try {
      await expect(database.info()).rejects.toThrow(message);
      await expect(database.info()).rejects.toBeInstanceOf(DatabaseUnavailable);
    } finally {
      await database.close();
    }
  });
});

describeOnEmbedded('temporal values of the embedded engine', smallGraph, (engine) => {
  it('come as ISO text', async () => {
    const [row] = await engine.database.read(
      "RETURN date('2020-01-02') AS date, datetime('2020-01-02T03:04:05Z') AS dateTime, [duration('P1D')] AS list",
    );
    expect(row).toEqual({ date: '2020-01-02', dateTime: '2020-01-02T03:04:05Z', list: ['P1D'] });
  });
});

describe('an embedded engine without a graph', () => {
  it('says how to load one', async () => {
    const database = openDatabase(readSettings({ DATA_DIR: '/nowhere/at/all' }));
    try {
      await expect(database.info()).rejects.toThrow(/No graph is loaded in .*nowhere.*npm run seed/);
      await expect(database.info()).rejects.toBeInstanceOf(DatabaseUnavailable);
    } finally {
      await database.close();
    }
  });
});
