import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileProgress } from '../../server/contract/imports.ts';
import { floatValue } from '../../server/contract/number-values.ts';
import { operations } from '../../server/contract/operations.ts';
import { ImportRunner } from '../../server/imports/import-runner.ts';
import { TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { jsonPost, type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { smallGraph } from '../fixtures/small-graph.ts';

const TOKEN = 'a-write-token-for-tests';
const GRAPHML = `<graphml><key id="w" for="edge" attr.name="weight" attr.type="int"/><graph edgedefault="directed">
<node id="__proto__"/><node id="x"><data key="label">Xanadu</data></node>
<edge source="__proto__" target="x"><data key="w">3</data></edge></graph></graphml>`;

const send = (body: BodyInit, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/octet-stream', ...headers },
});
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describeOnEngines('importing over HTTP', smallGraph, (engine) => {
  let app: ServedApp;
  let readOnly: ServedApp;
  beforeAll(async () => {
    const runner = new ImportRunner({ database: engine.settings, limitMb: 1, memoryMb: 512 });
    app = await serveApp(engine.database, {}, undefined, undefined, { runner, writeToken: TOKEN });
    readOnly = await serveApp(engine.database);
    // A cold engine takes its time to answer.
    await app.get('/api/graph', operations.graph.response);
  });
  afterAll(async () => {
    await app.close();
    await readOnly.close();
  });

  const imported = async (path: string, init: RequestInit) => {
    const answer = await fetch(app.address + path, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return operations.imports.response.parse(JSON.parse(text));
  };

  it('reads a file for the workspace without a token and keeps nothing', async () => {
    const before = await app.get('/api/health', operations.health.response);
    const { graph, report } = await imported('/api/imports?into=workspace&name=a.graphml', send(GRAPHML));
    expect(graph?.nodes.map(({ id, caption }) => [id, caption])).toEqual([
      ['__proto__', '__proto__'],
      ['x', 'Xanadu'],
    ]);
    expect(graph?.relationships[0]?.properties).toEqual({ weight: 3 });
    expect(report).toMatchObject({ format: 'graphml', nodeCount: 2, relationshipCount: 1 });
    expect(await app.get('/api/health', operations.health.response)).toEqual(before);
  });

  it('takes JSON as a file too, and says what is wrong with it by line', async () => {
    const problem = await app.refused(
      '/api/imports?into=workspace&name=a.json',
      send('{"nodes": [{"id": "a"}],\n "links": [{"source": "a", "target": "b"}]}', {
        'content-type': 'application/json',
      }),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'file_refused',
      problemCount: 1,
      problems: [{ file: 'a.json', line: 2, field: 'target', message: expect.stringContaining('"b"') }],
    });
  });

  it('keeps properties of any name, out and in again, and refuses what a database would lose', async () => {
    const names = ['__proto__', 'constructor', 'toString', '!__proto__', 'hasOwnProperty'];
    const properties = `{${names.map((name, at) => `${JSON.stringify(name)}: ${at}`).join(', ')}}`;
    const graph = `{"nodes": [{"id": "a", "labels": [], "caption": "a", "properties": ${properties}}],
      "relationships": [{"id": "r", "type": "T", "source": "a", "target": "a", "properties": ${properties}}]}`;
    const asMap = (own: object | undefined) => new Map(Object.entries(own ?? {}));
    const expected = new Map(names.map((name, at) => [name, at]));
    for (const format of ['json', 'gexf', 'graphml', 'csv']) {
      const body = `{"format": "${format}", "graph": ${graph}}`;
      const out = await fetch(`${app.address}/api/exports`, { ...jsonPost({}), body });
      expect(out.status, format).toBe(200);
      const file = await out.arrayBuffer();
      const back = await imported('/api/imports?into=workspace&name=a', send(file));
      expect(asMap(back.graph?.nodes[0]?.properties), format).toEqual(expected);
      expect(asMap(back.graph?.relationships[0]?.properties), format).toEqual(expected);
      const refused = await app.refused('/api/imports?name=odd.json', send(file, bearer(TOKEN)));
      expect(refused.problems?.[0]?.message).toContain('a property called __proto__');
    }
    const small = '{"nodes": [{"id": "odd", "constructor": 1, "toString": "x"}], "links": []}';
    await imported('/api/imports?name=odd.json', send(small, bearer(TOKEN)));
    const { node } = await app.get('/api/nodes/odd', operations.node.response);
    expect(node.properties).toMatchObject({ constructor: 1, toString: 'x' });
  });

  it('is read-only without a write token, and asks for the right one', async () => {
    const path = '/api/imports?name=a.graphml';
    expect(await readOnly.refused(path, send(GRAPHML, bearer(TOKEN)))).toMatchObject({
      status: 403,
      code: 'read_only',
      detail: expect.stringContaining('WRITE_TOKEN'),
    });
    expect(await app.refused(path, send(GRAPHML))).toMatchObject({ status: 401, code: 'unauthorized' });
    expect(await app.refused(path, send(GRAPHML, bearer('a-write-token-for-testz')))).toMatchObject({
      code: 'unauthorized',
    });
    expect((await app.get('/api/imports', operations.importOptions.response)).database).toBe(true);
    expect((await readOnly.get('/api/imports', operations.importOptions.response)).database).toBe(false);
  });

  it('reads no more files a minute than it was told, and says when to come again', async () => {
    const slow = await serveApp(engine.database, {}, undefined, undefined, { perMinute: 2 });
    const path = '/api/imports?into=workspace&name=a.graphml';
    try {
      for (let time = 0; time < 2; time += 1) {
        expect((await fetch(slow.address + path, send(GRAPHML))).status).toBe(200);
      }
      expect(await slow.refused(path, send(GRAPHML))).toMatchObject({
        status: 429,
        code: 'too_many_requests',
        detail: expect.stringContaining('At most 2 files a minute'),
      });
      const refused = await fetch(slow.address + path, send(GRAPHML));
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      await slow.get('/api/imports', operations.importOptions.response);
    } finally {
      await slow.close();
    }
  });

  it('refuses what is too large, empty, multipart, or asked for wrongly', async () => {
    const path = '/api/imports?into=workspace&name=a.csv';
    expect(await app.refused(path, send('a,b\n'.repeat(300_000)))).toMatchObject({
      code: 'payload_too_large',
    });
    expect(await app.refused(path, send(''))).toMatchObject({ code: 'invalid_request' });
    expect(await app.refused('/api/imports?into=workspace', send('x'))).toMatchObject({
      fields: [{ field: 'name', problem: expect.stringContaining('is missing') }],
    });
    expect(
      await app.refused(`${path}&tables=%7B%22a.csv%22%3A%7B%22kind%22%3A%22x%22%7D%7D`, send('x')),
    ).toMatchObject({
      fields: [{ field: 'tables.a.csv.kind' }],
    });
    const form = new FormData();
    form.append('file', new Blob(['a,b']), 'a.csv');
    expect(await app.refused(path, { method: 'POST', body: form })).toMatchObject({
      code: 'unsupported_media_type',
    });
  });

  describe('into the database', () => {
    const load = (name: string, body: string) =>
      imported(`/api/imports?name=${name}`, send(body, bearer(TOKEN)));

    it('puts a dataset beside what is there, found at once by search, and replaces it by name', async () => {
      const before = await app.get('/api/health', operations.health.response);
      const search = operations.search.response;
      expect((await app.get('/api/search?q=Xanadu', search)).hits).toEqual([]);
      const { dataset } = await load('cities.graphml', GRAPHML);
      expect(dataset).toEqual({
        name: 'cities',
        replaced: false,
        nodeCount: 2,
        relationshipCount: 1,
        nodePrefix: '',
      });
      const [hit] = (await app.get('/api/search?q=Xanadu', search)).hits;
      expect(hit).toMatchObject({ node: { id: 'x', caption: 'Xanadu' } });
      const after = await app.get('/api/health', operations.health.response);
      expect(after.relationshipCount).toBe((before.relationshipCount ?? 0) + 1);
      expect(await app.get('/api/documents', operations.documents.response)).toEqual(
        await readOnly.get('/api/documents', operations.documents.response),
      );

      expect((await load('cities.graphml', GRAPHML.replace('Xanadu', 'Shangri-La'))).dataset?.replaced).toBe(
        true,
      );
      expect((await app.get('/api/search?q=Xanadu', search)).hits).toEqual([]);
      expect((await app.get('/api/health', operations.health.response)).relationshipCount).toBe(
        after.relationshipCount,
      );
      const node = await app.get('/api/nodes/__proto__', operations.node.response);
      expect(node.node.labels).toContain('Entity');
    });

    it.each([
      { written: '2.0', number: 2 },
      { written: '-0.0', number: -0 },
    ])(
      'keeps $written a float where the engine does, in and out again, and says so where it does not',
      async ({ written, number }) => {
        const two = floatValue(number);
        const file = GRAPHML.replace('type="int"', 'type="double"').replace('>3<', `>${written}<`);
        const sent = await imported('/api/imports?into=workspace&name=a.graphml', send(file));
        expect(sent.graph?.relationships[0]?.properties).toEqual({ weight: two });
        const { report } = await load('floats.graphml', file);
        const isLost = engine.name === 'embedded';
        const loss =
          'Decimal numbers that are whole, such as 2.0, become whole numbers in the embedded engine (1)';
        expect(report.notes.includes(loss)).toBe(isLost);
        // Known before it is loaded, where it may be.
        expect(sent.report.inDatabase).toEqual(isLost ? [loss] : undefined);
        const { hits } = await app.get('/api/search?q=Xanadu&limit=50', operations.search.response);
        const nodes = hits.flatMap((hit) => ('node' in hit && hit.node ? [hit.node] : []));
        const own = nodes.find(({ properties }) => properties.dataset === 'floats') ?? expect.fail();
        const ids = [own.id, own.id.replace(/x$/, '__proto__')];
        for (const [format, name] of [
          ['json', 'a.json'],
          ['graphml', 'a.graphml'],
          ['gexf', 'a.gexf'],
          ['cypher', 'a.cypher'],
          ['csv', 'a.zip'],
          ['csv-neo4j', 'a.zip'],
        ]) {
          const out = await fetch(`${app.address}/api/exports`, jsonPost({ format, nodeIds: ids }));
          const bytes = await out.arrayBuffer();
          const back = await imported(`/api/imports?into=workspace&name=${name}`, send(bytes));
          expect(back.graph?.relationships[0]?.properties.weight, format).toEqual(
            isLost ? Math.abs(number) : two,
          );
          const text = new TextDecoder().decode(bytes);
          if (!isLost && format === 'cypher') expect(text).toContain(`\`weight\`: ${written}`);
          if (!isLost && format === 'graphml')
            expect(text).toContain('attr.name="weight" attr.type="double"');
        }
      },
    );

    it('takes a zipped folder of a text and its graph, with the text, and gives it other ids where they clash', async () => {
      const zip = zipSync({
        'tea/graph.yaml': strToU8(TEA_GRAPH.replace(/id: (r1|r2|b1)\n/g, 'id: tea-$1\n')),
        'tea/tea.md': strToU8(TEA_TEXT),
        '__MACOSX/tea/._tea.md': strToU8('x'),
      });
      const drawn = await imported('/api/imports?into=workspace&name=tea.zip', send(zip));
      expect(drawn.report).toMatchObject({
        format: 'dataset',
        title: 'Tea',
        nodeCount: 3,
        relationshipCount: 3,
      });
      expect(drawn.graph?.nodes.map(({ id, labels, caption }) => [id, ...labels, caption])).toEqual([
        ['ada', 'Entity', 'Person', 'Ada'],
        ['ben', 'Entity', 'Person', 'Ben'],
        ['house', 'Entity', 'Place', 'Tea house'],
      ]);
      const post = (path: string) => imported(path, send(zip, bearer(TOKEN)));
      expect((await post('/api/imports?name=tea.zip')).dataset).toEqual({
        name: 'tea',
        replaced: false,
        nodeCount: 3,
        relationshipCount: 3,
        nodePrefix: '',
      });
      const documents = () => app.get('/api/documents', operations.documents.response);
      expect((await documents()).documents.map(({ id }) => id)).toContain('tea');
      const told = await app.get('/api/relationships/tea-r2', operations.relationship.response);
      expect(told.evidence).toMatchObject([{ document: 'tea', quote: 'Ada wants to open a tea house' }]);

      const again = await post('/api/imports?name=tea.zip');
      expect([again.dataset?.replaced, again.report.notes]).toEqual([true, []]);
      const { report } = await post('/api/imports?name=other.zip&dataset=other');
      expect(report.notes).toEqual([expect.stringContaining('begin with "other/"')]);
      const read = await app.get('/api/documents/other%2Ftea', operations.document.response);
      expect(read.passages.map(({ text }) => text)).toContain('Ada wants to open a tea house.');
      const speaker = await app.get('/api/relationships/other%2Ftea-r2', operations.relationship.response);
      expect(speaker.relationship.properties.speaker).toBe('other/ada');
      expect(speaker.evidence).toMatchObject([{ document: 'other/tea' }]);
    });

    it('loads nothing of a zipped folder with a problem, nor of one that unpacks to too much', async () => {
      const before = await app.get('/api/health', operations.health.response);
      const wrong = zipSync({
        'graph.yaml': strToU8(TEA_GRAPH.replace('quote: Ada met Ben', 'quote: Ada met Bob')),
        'tea.md': strToU8(TEA_TEXT),
      });
      expect(await app.refused('/api/imports?name=t.zip', send(wrong, bearer(TOKEN)))).toMatchObject({
        code: 'file_refused',
        problems: [{ file: 'graph.yaml', line: expect.any(Number), message: expect.stringContaining('Bob') }],
      });
      const bomb = zipSync({ 'graph.yaml': strToU8(TEA_GRAPH), 'tea.md': new Uint8Array(30_000_000) });
      expect(await app.refused('/api/imports?name=t.zip', send(bomb, bearer(TOKEN)))).toMatchObject({
        code: 'file_refused',
        problems: [{ file: 't.zip', message: expect.stringContaining('unpacks to more than') }],
      });
      expect(await app.get('/api/health', operations.health.response)).toEqual(before);
    });

    it('gives a second dataset with the same ids ids of its own, and says so', async () => {
      await load('cities.graphml', GRAPHML);
      const { report } = await load('towns.graphml', GRAPHML);
      expect(report.notes.filter((note) => note.includes('towns/'))).toHaveLength(2);
      const found = await app.get('/api/nodes/towns%2Fx', operations.node.response);
      expect(found.node).toMatchObject({ caption: 'Xanadu', properties: { dataset: 'towns' } });
      expect((await app.get('/api/nodes/x', operations.node.response)).node.properties.dataset).toBe(
        'cities',
      );
    });

    it('loads nothing of a file with a problem', async () => {
      const before = await app.get('/api/health', operations.health.response);
      const bad = GRAPHML.replace('target="x"', 'target="y"');
      expect(await app.refused('/api/imports?name=cities.graphml', send(bad, bearer(TOKEN)))).toMatchObject({
        code: 'file_refused',
      });
      expect(await app.get('/api/health', operations.health.response)).toEqual(before);
    });

    it('tells how far the reading of a file is to who asks by its name, until it is done', async () => {
      const rows = Array.from({ length: 2_000 }, (_, at) => `${at},${at + 1}`).join('\n');
      const watch = 'a-name-of-my-own';
      const how = async () =>
        (await app.get(`/api/imports/${watch}`, operations.importProgress.response)).progress;
      expect(await how()).toBeNull();
      const path = `/api/imports?name=far.csv&watch=${watch}`;
      const answer = imported(path, send(`source,target\n${rows}`, bearer(TOKEN)));
      let isDone = false;
      const done = answer.finally(() => {
        isDone = true;
      });
      const seen: FileProgress[] = [];
      while (!isDone) {
        const progress = await how();
        if (progress !== null) seen.push(progress);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect((await done).dataset?.relationshipCount).toBe(2_000);
      expect(seen.length).toBeGreaterThan(0);
      const loading = seen.filter(({ phase, done: some }) => phase === 'loading' && some > 0);
      for (const { done: some, total } of loading) expect([some <= total, total]).toEqual([true, 4_002]);
      expect(await how()).toBeNull();
      expect(await app.refused('/api/imports?name=a.csv&watch=x', send('a'))).toMatchObject({
        fields: [{ field: 'watch' }],
      });
    });
  });
});
