import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyNames, forbiddenImports, importCycles } from './architecture/judge-imports.ts';
import { type ImportMap, readImports, specifiersOf } from './architecture/read-imports.ts';

const root = path.join(import.meta.dirname, '..');
const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const map = readImports(root, ['server', 'client', 'graph-seed']);

describe('the imports of the project', () => {
  it('are read at all', () => {
    expect(map.get('server/contract/search.ts')).toEqual([
      { pack: 'zod' },
      { file: 'server/contract/count.ts' },
      { file: 'server/contract/graph.ts' },
    ]);
  });

  it('follow the table of directions', () => {
    expect(forbiddenImports(map)).toEqual([]);
  });

  it('run in no circle', () => {
    expect(importCycles(map)).toEqual([]);
  });

  it('name only packages that an installation without development tools has', () => {
    const installed = Object.keys(dependencies);
    const missing = [...map].flatMap(([file, imports]) =>
      imports
        .filter(({ pack }) => pack !== undefined && !pack.startsWith('node:') && !installed.includes(pack))
        .map(({ pack }) => `${file} imports ${pack}`),
    );
    expect(missing.filter((line) => !line.startsWith('client/'))).toEqual([]);
  });

  it('come from files whose names say what they hold', () => {
    expect(emptyNames(map)).toEqual([]);
  });
});

describe('the judge of imports', () => {
  const judged = (imports: Record<string, ImportMap extends Map<string, infer I> ? I : never>) =>
    forbiddenImports(new Map(Object.entries(imports)));

  it.each([
    ['server/contract/graph.ts', { file: 'server/database/graph-database.ts' }],
    ['server/contract/graph.ts', { pack: 'react' }],
    ['server/database/neo4j/neo4j-database.ts', { file: 'server/queries/find-node.ts' }],
    ['server/exchange/write-json.ts', { pack: 'node:fs' }],
    ['server/queries/find-node.ts', { file: 'server/http/create-app.ts' }],
    ['server/queries/find-node.ts', { file: 'graph-seed/load-dataset.ts' }],
    ['server/http/create-app.ts', { file: 'server/main.ts' }],
    ['server/http/create-app.ts', { pack: 'neo4j-driver' }],
    ['graph-seed/main.ts', { file: 'server/http/create-app.ts' }],
    ['client/api/fetch.ts', { file: 'server/database/graph-database.ts' }],
    ['client/workspace/workspace.ts', { file: 'client/panels/find/FindPanel.tsx' }],
    ['client/layout/layout.ts', { file: 'client/scene/stage.ts' }],
    ['client/panels/find/FindPanel.tsx', { pack: '@sigma/edge-curve' }],
    ['client/look/colours.ts', { file: 'client/api/fetch.ts' }],
    ['client/workspace/workspace.ts', { pack: 'react' }],
  ])('refuses %s -> %o', (file, wrong) => {
    expect(judged({ [file]: [wrong] })).toHaveLength(1);
  });

  it('refuses a folder that nobody placed', () => {
    expect(judged({ 'server/console/run-query.ts': [] })).toHaveLength(1);
  });

  it('allows arrows to the left and within a folder', () => {
    const allowed = {
      'server/http/create-app.ts': [{ file: 'server/paths/find-paths.ts' }, { pack: 'express' }],
      'server/queries/search.ts': [
        { file: 'graph-seed/vocabulary.ts' },
        { file: 'server/queries/find-node.ts' },
      ],
      'client/main.tsx': [{ file: 'client/panels/App.tsx' }, { pack: 'react' }],
    };
    expect(judged(allowed)).toEqual([]);
  });

  it('finds a circle, also behind other files', () => {
    const circle = new Map([
      ['a.ts', [{ file: 'b.ts' }, { file: 'd.ts' }]],
      ['b.ts', [{ file: 'c.ts' }]],
      ['c.ts', [{ file: 'b.ts' }]],
      ['d.ts', []],
    ]);
    expect(importCycles(circle)).toEqual(['b.ts -> c.ts -> b.ts']);
  });

  it('refuses names that say nothing', () => {
    const names = [
      'client/look/index.ts',
      'server/utils/dates.ts',
      'server/http/error-helpers.ts',
      'server/find.ts',
    ];
    expect(emptyNames(new Map(names.map((name) => [name, []])))).toEqual(names.slice(0, 3));
  });

  it('sees every way to name a module', () => {
    const source = `
      import type { A } from './a.ts';
      export * from './b.ts';
      export { c } from './c.ts';
      type D = import('./d.ts').D;
      const e = await import('./e.ts');
      const f = new Worker(new URL('./f.ts', import.meta.url));
      const text = "import './no.ts'"; // import './no.ts'
      import './g.css';
      const h = <p>{e}</p>;`;
    expect(specifiersOf('x.tsx', source).sort()).toEqual(
      ['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts', './g.css'].sort(),
    );
  });
});
