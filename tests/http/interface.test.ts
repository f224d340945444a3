import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { exchangeFileSchema } from '../../server/contract/exports.ts';
import { writeNameList } from '../../server/contract/first-requests.ts';
import { operations } from '../../server/contract/operations.ts';
import { describeOnEngines } from '../fixtures/engines.ts';
import { jsonPost, type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { treatyGraph } from '../fixtures/treaty-graph.ts';

describeOnEngines('the HTTP interface', treatyGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    app = await serveApp(engine.database);
  });
  afterAll(() => app.close());

  it('says how it is', async () => {
    const health = await app.get('/api/health', operations.health.response);
    expect(health).toMatchObject({ status: 'ok', engine: engine.name, nodeCount: 11, relationshipCount: 12 });
    expect(health.version).toMatch(/\d/);
    const { dataDir, neo4j } = engine.settings;
    for (const secret of [dataDir, neo4j?.password ?? dataDir]) {
      expect(JSON.stringify(health)).not.toContain(secret);
    }
    expect(health.address).toBe(neo4j?.uri);
  });

  it('describes, searches, opens and expands', async () => {
    const schema = await app.get('/api/schema', operations.schema.response);
    expect(schema.nodeCount).toBe(11);
    const found = await app.get('/api/search?q=great%20brit&limit=3', operations.search.response);
    expect(found.hits[0]).toMatchObject({ node: { id: 'uk' }, field: 'aliases' });
    const node = await app.get('/api/nodes/japan', operations.node.response);
    expect(node.evidence).toEqual([
      { document: 'treaty', passage: 'treaty.p1', start: 0, end: 5, quote: 'Japan' },
    ]);
    expect(node.neighbourCounts.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    const page = await app.get(
      '/api/nodes/japan/neighbours?types=SIGNED,LEADS&labels=Person,Agreement&direction=any&limit=1',
      operations.neighbours.response,
    );
    expect(page).toMatchObject({ total: 2, graph: { relationships: [{ id: 'r1' }] } });
    const next = await app.get(
      `/api/nodes/japan/neighbours?types=SIGNED,LEADS&limit=1&cursor=${page.nextCursor}`,
      operations.neighbours.response,
    );
    expect(next).toMatchObject({ nextCursor: null, graph: { relationships: [{ id: 'r4' }] } });
  });

  it('shows a relationship with its sentence, speaker and evidence', async () => {
    const signed = await app.get('/api/relationships/r1', operations.relationship.response);
    expect(signed).toMatchObject({
      sentence: 'Japan signed the agreement.',
      source: { caption: 'Japan' },
      target: { caption: 'Reciprocal Access Agreement' },
      evidence: [{ quote: 'Japan signed it' }],
    });
    const praised = await app.get('/api/relationships/r6', operations.relationship.response);
    expect(praised.speakerName).toBe('Fumio Kishida');
  });

  it('gives the graph, a subgraph, the documents', async () => {
    const first = await app.get('/api/graph?limit=100', operations.graph.response);
    expect(first).toMatchObject({ nodeCount: 8, truncated: false });
    const subgraph = await app.post(
      '/api/subgraph',
      { nodeIds: ['uk', 'nato'] },
      operations.subgraph.response,
    );
    expect(subgraph.relationships.map(({ id }) => id)).toEqual(['r3']);
    const { documents } = await app.get('/api/documents', operations.documents.response);
    expect(documents).toHaveLength(1);
    const document = await app.get('/api/documents/treaty', operations.document.response);
    expect(document.passages).toHaveLength(2);
  });

  it('traces Japan by way of the UK to NATO', async () => {
    const question = { from: 'japan', to: 'nato', via: ['uk'], statuses: ['asserted', 'background'] };
    const answer = await app.post('/api/paths', question, operations.paths.response);
    expect(answer.paths[0]?.nodeIds).toEqual(['japan', 'raa', 'uk', 'nato']);
  });

  it('gives the subgraph away as a file in every format', async () => {
    const ask = (body: object) =>
      fetch(
        `${app.address}/api/exports`,
        jsonPost({ title: 'Treaty', nodeIds: ['japan', 'raa', 'uk'], ...body }),
      );
    const json = await ask({ format: 'json' });
    expect(json.headers.get('content-disposition')).toContain('attachment');
    const file = exchangeFileSchema.parse(await json.json());
    expect(file.data.relationships.map(({ id }) => id)).toEqual(['r1', 'r2']);
    const chosen = exchangeFileSchema.parse(
      await (await ask({ format: 'json', relationshipIds: ['r2'] })).json(),
    );
    expect(chosen.data.relationships.map(({ id }) => id)).toEqual(['r2']);
    expect(await (await ask({ format: 'gexf' })).text()).toMatch(
      /^<\?xml[\s\S]*<gexf[\s\S]*Reciprocal Access Agreement/,
    );
    expect(await (await ask({ format: 'graphml' })).text()).toMatch(
      /^<\?xml[\s\S]*<graphml[\s\S]*Reciprocal Access/,
    );
    const zip = new Uint8Array(await (await ask({ format: 'csv' })).arrayBuffer());
    expect(String.fromCharCode(...zip.slice(0, 2))).toBe('PK');
    const report = await ask({
      format: 'markdown',
      question: 'How is Japan tied to the UK?',
      paths: [{ nodeIds: ['japan', 'raa', 'uk'], relationshipIds: ['r1', 'r2'] }],
    });
    expect(report.headers.get('content-disposition')).toContain('Treaty.md');
    const words = await report.text();
    expect(words).toContain('**Question:** How is Japan tied to the UK?');
    expect(words).toMatch(
      /1\. Japan signed the agreement\. \(asserted.*\)\n\n {3}> “Japan signed it”\n {3}>\n/,
    );
    expect(words).toMatch(/> — .+, passage \d/);
  });

  it('reads a name with a comma in it as one name, where a backslash stands before the comma', async () => {
    const of = (names: string[]) =>
      `/api/nodes/japan/neighbours?types=${encodeURIComponent(writeNameList(names))}`;
    const problem = await app.refused(of(['SIGNED', 'LEADS, or led', 'a\\b']));
    expect(problem.fields?.map(({ field, problem: words }) => [field, words.split(';')[0]])).toEqual([
      ['types.1', 'there is no relationship type "LEADS, or led"'],
      ['types.2', 'there is no relationship type "a\\b"'],
    ]);
    const page = await app.get(of(['SIGNED', 'LEADS']), operations.neighbours.response);
    expect(new Set(page.graph.relationships.map(({ type }) => type))).toEqual(new Set(['SIGNED', 'LEADS']));
  });

  it.each([
    ['an unknown node', '/api/nodes/nope', undefined, 404, 'not_found'],
    ['neighbours of an unknown node', '/api/nodes/nope/neighbours', undefined, 404, 'not_found'],
    ['an unknown relationship', '/api/relationships/nope', undefined, 404, 'not_found'],
    ['an unknown document', '/api/documents/nope', undefined, 404, 'not_found'],
    ['an unknown address', '/api/nope', undefined, 404, 'route_not_found'],
    ['a wrong method', '/api/paths', undefined, 405, 'method_not_allowed'],
    ['an id of 10,000 characters', `/api/nodes/${'x'.repeat(10_000)}`, undefined, 400, 'invalid_request'],
    [
      'a parameter that is not known',
      '/api/nodes/japan/neighbours?type=SIGNED',
      undefined,
      400,
      'invalid_request',
    ],
    [
      'a number in another writing',
      '/api/nodes/japan/neighbours?limit=1e1',
      undefined,
      400,
      'invalid_request',
    ],
    [
      'a date that is none',
      '/api/paths',
      { from: 'uk', to: 'nato', asOf: '2023-02-30' },
      400,
      'invalid_request',
    ],
    ['a body that is null', '/api/paths', 'null', 400, 'invalid_request'],
    ['an empty search', '/api/search?q=', undefined, 400, 'invalid_request'],
    ['no search', '/api/search', undefined, 400, 'invalid_request'],
    ['a search given twice', '/api/search?q=a&q=b', undefined, 400, 'invalid_request'],
    ['a limit of 0', '/api/nodes/japan/neighbours?limit=0', undefined, 400, 'invalid_request'],
    ['a limit that is no number', '/api/nodes/japan/neighbours?limit=x', undefined, 400, 'invalid_request'],
    [
      'a direction that is none',
      '/api/nodes/japan/neighbours?direction=up',
      undefined,
      400,
      'invalid_request',
    ],
    ['a made-up cursor', '/api/nodes/japan/neighbours?cursor=abc', undefined, 400, 'invalid_request'],
    ['a broken % sequence', '/api/nodes/%E0%A4%A', undefined, 400, 'invalid_request'],
    ['a body that is no JSON', '/api/paths', '{', 400, 'invalid_request'],
    ['a body that is no object', '/api/paths', '[]', 400, 'invalid_request'],
    ['a path from and to the same', '/api/paths', { from: 'uk', to: 'uk' }, 400, 'invalid_request'],
    ['k = 0', '/api/paths', { from: 'uk', to: 'nato', k: 0 }, 400, 'invalid_request'],
    ['maxLength = 99', '/api/paths', { from: 'uk', to: 'nato', maxLength: 99 }, 400, 'invalid_request'],
    [
      'negated links in a path',
      '/api/paths',
      { from: 'uk', to: 'nato', statuses: ['negated'] },
      400,
      'invalid_request',
    ],
    [
      'a field that is not known',
      '/api/paths',
      { from: 'uk', to: 'nato', form: 'x' },
      400,
      'invalid_request',
    ],
    [
      'an export of unknown ids',
      '/api/exports',
      { format: 'json', nodeIds: ['nope'] },
      400,
      'invalid_request',
    ],
    [
      'an export in no known format',
      '/api/exports',
      { format: 'doc', nodeIds: ['uk'] },
      400,
      'invalid_request',
    ],
    ['a subgraph of nothing', '/api/subgraph', { nodeIds: [] }, 400, 'invalid_request'],
    [
      'a body that is too large',
      '/api/subgraph',
      { nodeIds: ['x'.repeat(300_000)] },
      413,
      'payload_too_large',
    ],
  ])('refuses %s', async (_what, path, body, status, code) => {
    const init =
      body === undefined
        ? undefined
        : typeof body === 'string'
          ? { method: 'POST', headers: { 'content-type': 'application/json' }, body }
          : jsonPost(body);
    const problem = await app.refused(path, init);
    expect(problem).toMatchObject({ status, code });
    expect(problem.detail).not.toMatch(/ at .*\.[jt]s|node_modules/);
  });

  it('keeps the status of what the web framework refuses by itself', async () => {
    const init = {
      ...jsonPost({}),
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    };
    expect(await app.refused('/api/paths', init)).toMatchObject({ status: 400, code: 'invalid_request' });
    const wrong = await fetch(`${app.address}/api/paths`);
    expect(wrong.headers.get('allow')).toBe('POST');
  });

  it('names the field and what is allowed', async () => {
    const problem = await app.refused(
      '/api/paths',
      jsonPost({ from: 'uk', maxLength: 99, mode: 'best', k: 'x' }),
    );
    expect(problem.fields).toEqual([
      { field: 'to', problem: 'is missing; must be text' },
      { field: 'mode', problem: 'must be one of "shortest", "all-shortest", "k-shortest"' },
      { field: 'k', problem: 'must be a number' },
      { field: 'maxLength', problem: 'must be at most 12' },
    ]);
    for (const [k, allowed] of [
      [1e300, 'at most 25'],
      [-1e300, 'at least 1'],
    ] as const) {
      const huge = await app.refused('/api/paths', jsonPost({ from: 'uk', to: 'japan', k }));
      expect(huge.fields).toEqual([{ field: 'k', problem: `must be ${allowed}` }]);
    }
  });

  it('refuses to expand by a type or a kind that the graph has none of, and says which there are', async () => {
    const problem = await app.refused('/api/nodes/japan/neighbours?types=SIGNED,SINGED&labels=Contry');
    expect(problem.status).toBe(400);
    expect(problem.fields?.map(({ field }) => field)).toEqual(['types.1', 'labels.0']);
    expect(problem.fields?.[0]?.problem).toMatch(/^there is no relationship type "SINGED".*LEADS, .*SIGNED/);
  });

  it('treats a type name with Cypher in it as a name, and says which there are', async () => {
    const evil = "SIGNED`]->() DETACH DELETE n //' OR 1=1";
    const body = { from: 'japan', to: 'raa', types: ['SIGNED', evil], avoidLabels: [evil] };
    const problem = await app.refused('/api/paths', jsonPost(body));
    expect(problem.fields?.map(({ field }) => field)).toEqual(['types.1', 'avoidLabels.0']);
    expect(problem.fields?.[0]?.problem).toMatch(/^there is no relationship type "SIGNED`.*LEADS, .*SIGNED/);
    expect(problem.fields?.[1]?.problem).toMatch(/must be one of .*Country/);
    const health = await app.get('/api/health', operations.health.response);
    expect(health.nodeCount).toBe(11);
  });

  const groupQuestions: [path: string, asked: object][] = [
    ['/api/comparisons', { a: 'japan', b: 'uk' }],
    ['/api/connections', { nodeIds: ['japan', 'uk', 'nato'] }],
    ['/api/surroundings', { nodeIds: ['japan'] }],
  ];

  it.each(groupQuestions)(
    'refuses types and kinds at %s that are asked for and avoided at once',
    async (path, asked) => {
      const types = { types: ['LEADS', 'SIGNED'], avoidTypes: ['SIGNED'] };
      const labels = { labels: ['Country'], avoidLabels: ['Person', 'Country'] };
      const problem = await app.refused(path, jsonPost({ ...asked, ...types, ...labels }));
      expect(problem.status).toBe(400);
      expect(problem.fields).toEqual([
        { field: 'avoidTypes.0', problem: '"SIGNED" is both asked for in types and avoided' },
        { field: 'avoidLabels.1', problem: '"Country" is both asked for in labels and avoided' },
      ]);
    },
  );

  it.each(groupQuestions)(
    'refuses types and kinds at %s that the graph has none of, and says which there are',
    async (path, asked) => {
      const types = { types: ['SIGNED', 'SINGED'], avoidTypes: ['LED'] };
      const labels = { labels: ['Contry'], avoidLabels: ['Country', 'country'] };
      const problem = await app.refused(path, jsonPost({ ...asked, ...types, ...labels }));
      expect(problem.status).toBe(400);
      expect(problem.fields?.map(({ field }) => field)).toEqual([
        'types.1',
        'avoidTypes.0',
        'labels.0',
        'avoidLabels.1',
      ]);
      expect(problem.fields?.[0]?.problem).toMatch(
        /^there is no relationship type "SINGED".*LEADS, .*SIGNED/,
      );
      expect(problem.fields?.[2]?.problem).toMatch(/^there is no label "Contry".* one of .*Country/);
      const right = await fetch(
        app.address + path,
        jsonPost({ ...asked, types: ['SIGNED'], labels: ['Country'] }),
      );
      expect(right.status).toBe(200);
    },
  );

  it('publishes itself as OpenAPI, with every operation', async () => {
    const document = await app.get(
      '/openapi.json',
      z.object({ openapi: z.string(), paths: z.record(z.string(), z.json()) }),
    );
    expect(document.openapi).toBe('3.1.0');
    const listed = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(Object(item)).map((method) => `${method} ${path}`),
    );
    const expected = Object.values(operations).map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(listed.sort()).toEqual(expected.sort());
    const docs = await fetch(`${app.address}/api/docs`);
    expect(await docs.text()).toContain('/api/paths');
  });
});
