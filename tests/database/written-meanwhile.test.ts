import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PathAnswer, type PathQuestion, pathQuestionSchema } from '../../server/contract/paths.ts';
import type { GraphDatabase } from '../../server/database/graph-database.ts';
import { openDatabase } from '../../server/database/open-database.ts';
import { answerOnCurrent } from '../../server/paths/answer-on-current.ts';
import { answerPathQuestion } from '../../server/paths/answer-path-question.ts';
import { HeldLinks } from '../../server/paths/held-links.ts';
import type { AskedGraph } from '../../server/paths/walk-graph.ts';
import { describeOnNeo4j, type TestEngine } from '../fixtures/engines.ts';
import { pick, randomGraph, randomNumbers } from '../fixtures/random-graph.ts';
import { randomQuestion } from '../fixtures/random-question.ts';

const records = randomGraph(randomNumbers(7), 40, 70);
const limits = { timeoutMs: 20_000 };

/** What somebody else may do to a graph; each may leave it as it was. */
const WRITES = [
  'MATCH (a:Person), (b:Country) WITH a, b ORDER BY rand() LIMIT 1 CREATE (a)-[:LEADS {id: randomUUID(), status: "asserted"}]->(b)',
  'MATCH (a:Person), (b:Agreement) WITH a, b ORDER BY rand() LIMIT 1 CREATE (a)-[:SIGNED]->(b)',
  'MATCH ()-[r]->() WITH r ORDER BY rand() LIMIT 2 DELETE r',
  'MATCH ()-[r]->() WITH r ORDER BY rand() LIMIT 5 SET r.status = "negated"',
  'MATCH ()-[r]->() WITH r ORDER BY rand() LIMIT 5 SET r.status = "asserted", r.date = "2022-05"',
  'MATCH (n:Country) WITH n ORDER BY rand() LIMIT 3 REMOVE n:Country SET n:Person, n.name = n.name + "!"',
  'MATCH (n:Person) WITH n ORDER BY rand() LIMIT 3 REMOVE n:Person SET n:Country',
  'MATCH (a:Entity), (b:Entity) WITH a, b ORDER BY rand() LIMIT 1 CREATE (a)-[:NEAR]->(:Place {id: 7})-[:NEAR]->(b)',
] as const;

function driverOf({ settings }: TestEngine): Driver {
  if (settings.neo4j === undefined) throw new Error('no Neo4j');
  const { uri, user, password } = settings.neo4j;
  return neo4j.driver(uri, neo4j.auth.basic(user, password));
}

async function ask(graph: AskedGraph, question: PathQuestion) {
  let fromMemory = false;
  const { searched, ...answer } = await answerOnCurrent(graph, limits, (walk, within) => {
    fromMemory = walk.held !== undefined;
    return answerPathQuestion(walk, question, within);
  });
  // How much was looked at differs, and so does the time.
  const { nodesVisited: _n, relationshipsVisited: _r, elapsedMs: _e, ...told } = searched;
  return { fromMemory, answer: { ...answer, told } };
}

async function heldAnew(held: HeldLinks): Promise<void> {
  const isHeld = async () => {
    await held.ready();
    return held.latest !== undefined && (await held.isCurrent(held.latest));
  };
  await expect.poll(isHeld, { timeout: 20_000, interval: 20 }).toBe(true);
}

/** The same answer at once after each write, when the engine must give it, and later from memory. */
async function expectAlikeWhileWritten(database: GraphDatabase, driver: Driver, toAsk: PathQuestion[]) {
  const random = randomNumbers(11);
  const held = new HeldLinks(database, 10_000);
  let found = 0;
  for (const write of [...WRITES, ...WRITES]) {
    await heldAnew(held);
    const { summary } = await driver.executeQuery(write);
    const changed = summary.counters.containsUpdates();
    for (const when of ['at once', 'later'] as const) {
      if (when === 'later') await heldAnew(held);
      for (const question of [pick(random, toAsk), pick(random, toAsk), pick(random, toAsk)]) {
        const [kept, plain] = [await ask({ database, held }, question), await ask({ database }, question)];
        expect(kept.answer, `${when} after ${write}`).toEqual(plain.answer);
        if (when === 'later' || !changed) expect(kept.fromMemory).toBe(true);
        found += plain.answer.paths.length;
      }
    }
  }
  expect(found).toBeGreaterThan(20);
}

function questionsWith(idOf: (id: string) => string): PathQuestion[] {
  const random = randomNumbers(5);
  return Array.from({ length: 60 }, () => {
    const question = randomQuestion(random, records, 6);
    const [from, to] = [idOf(question.from), idOf(question.to)];
    return { ...question, from, to, via: question.via.map(idOf), avoid: question.avoid.map(idOf) };
  });
}

describeOnNeo4j('a graph that others write to', records, (engine) => {
  let driver: Driver;
  beforeAll(() => {
    driver = driverOf(engine);
  });
  afterAll(() => driver.close());

  it('is never answered from what it was before', async () => {
    await expectAlikeWhileWritten(
      engine.database,
      driver,
      questionsWith((id) => id),
    );
  }, 120_000);

  it('tells each of two links by its own words, though they go by one id', async () => {
    const { database } = engine;
    const held = new HeldLinks(database, 10_000);
    await driver.executeQuery(
      `CREATE (:Entity {id: "up"})-[:NEAR {id: "same", statement: "Up is near down."}]->(:Entity {id: "down"}),
              (:Entity {id: "left"})-[:NEAR {id: "same", statement: "Left is near right."}]->(:Entity {id: "right"})`,
    );
    await heldAnew(held);
    await expect.poll(() => held.latest?.details.relationships.get('same')).toBeDefined();
    for (const [from, to, words] of [
      ['up', 'down', 'Up is near down.'],
      ['right', 'left', 'Left is near right.'],
    ]) {
      const { fromMemory, answer } = await ask({ database, held }, pathQuestionSchema.parse({ from, to }));
      expect(fromMemory).toBe(true);
      expect(answer.paths[0]?.explanation).toEqual([words]);
      expect(answer.graph.relationships.map(({ source, target }) => [source, target].sort())).toEqual([
        [from, to].sort(),
      ]);
    }
  });

  it('is held whatever others keep under the names of our properties', async () => {
    const held = new HeldLinks(engine.database, 10_000);
    await driver.executeQuery(
      'CREATE (:Entity {id: "odd"})-[:NEAR {id: "odd", evidence: 3, status: 7, date: date("2022-05-01")}]->(:Entity {id: "even"})',
    );
    await heldAnew(held);
    const question = pathQuestionSchema.parse({ from: 'odd', to: 'even' });
    const [kept, plain] = [
      await ask({ database: engine.database, held }, question),
      await ask({ database: engine.database }, question),
    ];
    expect(kept.fromMemory).toBe(true);
    expect(kept.answer.paths).toHaveLength(1);
    expect(kept.answer).toEqual(plain.answer);
  });

  it('shows a link from the moment it is written until the moment it is gone', async () => {
    const { database } = engine;
    const held = new HeldLinks(database, 10_000);
    await driver.executeQuery(
      'CREATE (:Entity {id: "east", name: "East"})-[:NEAR]->(:Entity {id: "mid", name: "Mid"})-[:NEAR]->(:Entity {id: "west", name: "West"})',
    );
    await heldAnew(held);
    const question = pathQuestionSchema.parse({ from: 'east', to: 'west' });
    const lengthOf = (answer: Pick<PathAnswer, 'paths'>) => answer.paths[0]?.length;
    for (let round = 0; round < 100; round++) {
      await driver.executeQuery(
        'MATCH (a:Entity {id: "east"}), (b:Entity {id: "west"}) CREATE (a)-[:NEAR]->(b)',
      );
      expect(lengthOf((await ask({ database, held }, question)).answer)).toBe(1);
      if (round % 10 === 0) await heldAnew(held);
      await driver.executeQuery('MATCH (:Entity {id: "east"})-[r]->(:Entity {id: "west"}) DELETE r');
      expect(lengthOf((await ask({ database, held }, question)).answer)).toBe(2);
    }
  }, 120_000);
});

describeOnNeo4j('a graph of somebody else that is written to', records, (engine) => {
  let driver: Driver;
  beforeAll(async () => {
    driver = driverOf(engine);
    const { records: rows } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name RETURN name');
    for (const row of rows) await driver.executeQuery(`DROP CONSTRAINT \`${String(row.get('name'))}\``);
  });
  afterAll(() => driver.close());

  it('is never answered from what it was before', async () => {
    const database = openDatabase(engine.settings);
    const rows = await database.read('MATCH (n) RETURN n.id AS id, elementId(n) AS element');
    const elements = new Map(rows.map((row) => [String(row.id), String(row.element)]));
    expect(await database.identity()).toBe('element');
    await expectAlikeWhileWritten(
      database,
      driver,
      questionsWith((id) => elements.get(id) ?? ''),
    );
    await database.close();
  }, 120_000);

  it('is known to be ours as soon as it is loaded by Throughline', async () => {
    const database = openDatabase(engine.settings);
    const held = new HeldLinks(database, 10_000);
    expect(await database.identity()).toBe('element');
    await engine.load(records, { replaceEverything: true });
    await heldAnew(held);
    expect(held.latest?.identity).toBe('own');
    await database.close();
  });
});
