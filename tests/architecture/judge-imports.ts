import type { ImportMap } from './read-imports.ts';

interface Place {
  /** Folder or file, from the root; the longest one that holds a file is the file's place. */
  place: string;
  /** Places it may import from, besides itself. */
  from: readonly string[];
  why: string;
}

const CONTRACT = 'server/contract';
const ENGINES = [CONTRACT, 'server/database'];
const QUESTIONS = [...ENGINES, 'graph-seed/vocabulary.ts'];
const IMPORTS = [...ENGINES, 'server/exchange'];
const SERVER = [
  ...QUESTIONS,
  'server/queries',
  'server/paths',
  'server/exchange',
  'server/shared-views',
  'server/imports',
  'server/settings.ts',
];
const CLIENT = ['client/api', 'client/workspace', 'client/layout', 'client/scene', 'client/panels'];
/** What a page without a server shows: written by the panels, read by that page. */
const OFFLINE_DATA = 'client/offline/page-data.ts';
const BOTH = [CONTRACT, 'client/look'];

/** Which place may import from which; what is not listed is forbidden. */
export const PLACES: readonly Place[] = [
  { place: CONTRACT, from: [], why: 'the promise of the interface rests on nothing' },
  { place: 'server/database', from: [CONTRACT], why: 'the port knows no question that is asked through it' },
  {
    place: 'server/settings.ts',
    from: [CONTRACT],
    why: 'the environment is read without knowing who uses it',
  },
  {
    place: 'graph-seed',
    from: [...QUESTIONS, 'server/exchange', 'server/imports', 'server/settings.ts'],
    why: 'loading a graph needs no HTTP',
  },
  {
    place: 'graph-seed/vocabulary.ts',
    from: [CONTRACT],
    why: 'a list of words, safe for every reader of it',
  },
  { place: 'server/queries', from: QUESTIONS, why: 'a question knows the port, not who asks' },
  {
    place: 'server/paths',
    from: [...QUESTIONS, 'server/queries'],
    why: 'a path is told with what queries read',
  },
  {
    place: 'server/shared-views',
    from: [CONTRACT],
    why: 'views are files; they need neither graph nor HTTP',
  },
  { place: 'server/exchange', from: [CONTRACT], why: 'pure: a graph in, a file out, and back' },
  { place: 'server/imports', from: IMPORTS, why: 'files become datasets, whoever brings them' },
  {
    place: 'server/imports/import-child.ts',
    from: [...IMPORTS, 'server/imports', 'graph-seed'],
    why: 'a process of its own puts together what reads files; nothing imports it',
  },
  { place: 'server/export', from: SERVER, why: 'the command that takes a graph away needs no HTTP' },
  { place: 'server/http', from: SERVER, why: 'routes hand over to questions and never start a server' },
  { place: 'server/main.ts', from: [...SERVER, 'server/http', 'graph-seed'], why: 'puts the parts together' },
  { place: 'client/look', from: [], why: 'colours and icons, a leaf for all of the client' },
  { place: 'client/api', from: BOTH, why: 'of the server the client knows only the contract' },
  {
    place: 'client/workspace',
    from: [...BOTH, ...CLIENT.slice(0, 1)],
    why: 'what was gathered, not how it looks',
  },
  { place: 'client/layout', from: [...BOTH, ...CLIENT.slice(0, 2)], why: 'positions come before drawing' },
  { place: 'client/scene', from: [...BOTH, ...CLIENT.slice(0, 3)], why: 'drawing does not know the panels' },
  {
    place: 'client/measures',
    from: ['client/layout'],
    why: 'numbers about a graph, without knowing who asks or how they are shown',
  },
  {
    place: 'client/panels',
    from: [...BOTH, ...CLIENT.slice(0, 4), 'client/measures', OFFLINE_DATA],
    why: 'the tasks of a reader, on top of all',
  },
  { place: OFFLINE_DATA, from: [CONTRACT, 'client/scene'], why: 'plain data, whoever shows it' },
  {
    place: 'client/offline',
    from: [...BOTH, 'client/scene', OFFLINE_DATA],
    why: 'a page without a server asks nobody and draws what it is given',
  },
  { place: 'client', from: [...BOTH, ...CLIENT], why: 'the page puts the parts together' },
];

/** Packages that only the given places may name. */
const PACKAGES: readonly { packs: RegExp; only: readonly string[]; why: string }[] = [
  { packs: /^(sigma|@sigma\/.*)$/, only: ['client/scene'], why: 'one folder knows how to draw' },
  {
    packs: /^(neo4j-driver|@grafeo-db\/js)$/,
    only: ['server/database'],
    why: 'engines stay behind the port',
  },
  { packs: /^express/, only: ['server/http'], why: 'one folder knows HTTP' },
  {
    packs: /^(react|react-dom|@mantine\/.*)$/,
    only: ['client', 'client/look', 'client/scene', 'client/panels', 'client/api'],
    why: 'the workspace and the layout run without a page',
  },
  {
    packs: /^node:/,
    only: [
      'server/database',
      'server/settings.ts',
      'server/http',
      'server/export',
      'server/shared-views',
      'server/imports',
      'server/imports/import-child.ts',
      'server/main.ts',
      'server/queries',
      'graph-seed',
    ],
    why: 'the browser has none of it, and what is pure needs none of it',
  },
];

function placeOf(file: string): Place | undefined {
  return PLACES.filter(({ place }) => file === place || file.startsWith(`${place}/`)).sort(
    (one, other) => other.place.length - one.place.length,
  )[0];
}

/** Imports that the table does not allow, each as one line with its reason. */
export function forbiddenImports(map: ImportMap): string[] {
  const problems: string[] = [];
  for (const [file, imports] of map) {
    const own = placeOf(file);
    if (!own) {
      problems.push(`${file} has no place in the table of import directions`);
      continue;
    }
    for (const { file: target, pack } of imports) {
      if (target !== undefined) {
        const place = placeOf(target)?.place ?? target;
        if (place !== own.place && !own.from.includes(place))
          problems.push(`${file} imports ${target}: ${own.why}`);
      }
      if (pack === undefined) continue;
      if (own.place === CONTRACT && pack !== 'zod')
        problems.push(`${file} imports ${pack}: ${own.why} but zod`);
      for (const { packs, only, why } of PACKAGES) {
        if (own.place !== CONTRACT && packs.test(pack) && !only.includes(own.place))
          problems.push(`${file} imports ${pack}: ${why}`);
      }
    }
  }
  return problems;
}

/** Cycles between files, each as `a -> b -> a`; a type-only import counts. Every cycle is told once. */
export function importCycles(map: ImportMap): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string) => {
    const at = trail.indexOf(file);
    if (at >= 0) cycles.push([...trail.slice(at), file].join(' -> '));
    if (at >= 0 || done.has(file)) return;
    trail.push(file);
    for (const { file: target } of map.get(file) ?? []) if (target !== undefined) visit(target);
    trail.pop();
    done.add(file);
  };
  for (const file of map.keys()) visit(file);
  return cycles;
}

/** Names of files and folders that say nothing about what is in them. */
export function emptyNames(map: ImportMap): string[] {
  return [...map.keys()].filter((file) =>
    /(^|[/-])(utils?|helpers?|common|misc|managers?|services?)(\/|\.tsx?$)|\/index\.tsx?$/.test(file),
  );
}
