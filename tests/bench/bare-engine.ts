import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import type { Settings } from '../../server/settings.ts';
import type { Ends } from './draw-pairs.ts';

export type Mode = 'shortest' | 'all-shortest' | 'k-shortest' | 'by-way';

/** An engine as its own package gives it: no port, no pool, no limits. */
export interface BareEngine {
  /** Whether its queries leave out what the text denies, as every path question does. */
  readonly filters: boolean;
  /** Runs the engine's own query for a mode and reads its answer; gives the lengths of the paths. */
  ask(mode: Mode, ends: Ends, hops: number, k: number): Promise<number[]>;
  close(): Promise<void>;
}

const IDS = 'RETURN [n IN nodes(p) | n.id] AS ids';

interface Wording {
  mode: Mode;
  hops: number;
  k: number;
  filters: boolean;
}

function cypherOf({ mode, hops, k, filters }: Wording): string {
  const ends = (hop: string) => `(a:Entity {id: $from})${hop}(b:Entity {id: $to})`;
  const holds = "r.status <> 'negated'";
  if (mode === 'k-shortest') {
    return `MATCH p = SHORTEST ${k} ${ends(`-[r${filters ? ` WHERE ${holds}` : ''}]-{1,${hops}}`)} ${IDS}`;
  }
  if (mode === 'by-way') {
    const part = (path: string, [from, a]: string[], [to, b]: string[]) =>
      `MATCH ${path} = shortestPath((${from}:Entity {id: $${a}})-[*..${hops}]-(${to}:Entity {id: $${b}}))` +
      (filters ? ` WHERE all(r IN relationships(${path}) WHERE ${holds})` : '');
    return `${part('p', ['a', 'from'], ['v', 'via'])} ${part('q', ['w', 'via'], ['b', 'to'])}
      RETURN [n IN nodes(p) | n.id] + [n IN nodes(q)[1..] | n.id] AS ids`;
  }
  const search = mode === 'shortest' ? 'shortestPath' : 'allShortestPaths';
  const where = filters ? ` WHERE all(r IN relationships(p) WHERE ${holds})` : '';
  return `MATCH p = ${search}(${ends(`-[*..${hops}]-`)})${where} ${IDS}`;
}

/**
 * The embedded engine in this process, on the file that was loaded; Neo4j through its driver. Neo4j is asked what
 * our questions ask, without what the text denies; the embedded engine, which filters only after its search, is asked
 * for any path.
 */
export async function openBareEngine({ neo4j: access, dataDir }: Settings): Promise<BareEngine> {
  if (access !== undefined) {
    const driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password));
    return {
      filters: true,
      ask: async (mode, ends, hops, k) => {
        const { records } = await driver.executeQuery(
          cypherOf({ mode, hops, k, filters: true }),
          { ...ends },
          {
            routing: neo4j.routing.READ,
          },
        );
        return records.map((record) => lengthOf(record.get('ids')));
      },
      close: () => driver.close(),
    };
  }
  const folder = join(dataDir, 'graphs');
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.grafeo'));
  const database = grafeo.GrafeoDB.openReadOnly(join(folder, file ?? ''));
  return {
    filters: false,
    ask: async (mode, ends, hops, k) => {
      // Only GQL has SHORTEST k, and without TRAIL it walks back and forth.
      const result =
        mode === 'k-shortest'
          ? await database.execute(
              `MATCH p = SHORTEST ${k} TRAIL (a:Entity {id: $from})-[r]-{1,${hops}}(b:Entity {id: $to}) RETURN p`,
              { ...ends },
            )
          : await database.executeCypher(cypherOf({ mode, hops, k, filters: false }), { ...ends });
      return Array.from({ length: result.length }, (_, i) => lengthOf(Object.values(result.get(i) ?? {})[0]));
    },
    close: async () => undefined,
  };
}

/** Of a path, or of a list of the ids of its nodes. */
function lengthOf(path: unknown): number {
  const nodes = typeof path === 'object' && path !== null && 'nodes' in path ? path.nodes : path;
  if (!Array.isArray(nodes)) throw new Error(`no path: ${JSON.stringify(path)}`);
  return nodes.length - 1;
}
