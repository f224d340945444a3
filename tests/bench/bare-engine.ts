import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import grafeo from '@grafeo-db/js';
import neo4j from 'neo4j-driver';
import type { Settings } from '../../server/settings.ts';

export type Mode = 'shortest' | 'all-shortest' | 'k-shortest';

/** An engine as its own package gives it: no port, no pool, no limits. */
export interface BareEngine {
  /** Runs the engine's own query for a mode and reads its answer; gives the number of paths. */
  ask(mode: Mode, ends: { from: string; to: string }, hops: number, k: number): Promise<number>;
  close(): Promise<void>;
}

const IDS = 'RETURN [n IN nodes(p) | n.id] AS ids';

function cypherOf(mode: Mode, hops: number, k: number): string {
  const ends = (hop: string) => `(a:Entity {id: $from})${hop}(b:Entity {id: $to})`;
  if (mode === 'shortest') return `MATCH p = shortestPath(${ends(`-[*..${hops}]-`)}) ${IDS}`;
  if (mode === 'all-shortest') return `MATCH p = allShortestPaths(${ends(`-[*..${hops}]-`)}) ${IDS}`;
  return `MATCH p = SHORTEST ${k} ${ends(`-[r]-{1,${hops}}`)} ${IDS}`;
}

/** The embedded engine in this process, on the file that was loaded; Neo4j through its driver. */
export async function openBareEngine({ neo4j: access, dataDir }: Settings): Promise<BareEngine> {
  if (access !== undefined) {
    const driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password));
    return {
      ask: async (mode, ends, hops, k) => {
        const { records } = await driver.executeQuery(cypherOf(mode, hops, k), ends, {
          routing: neo4j.routing.READ,
        });
        return records.length;
      },
      close: () => driver.close(),
    };
  }
  const folder = join(dataDir, 'graphs');
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.grafeo'));
  const database = grafeo.GrafeoDB.openReadOnly(join(folder, file ?? ''));
  return {
    ask: async (mode, ends, hops, k) => {
      // Only GQL has SHORTEST k, and without TRAIL it walks back and forth.
      const result =
        mode === 'k-shortest'
          ? await database.execute(
              `MATCH p = SHORTEST ${k} TRAIL (a:Entity {id: $from})-[r]-{1,${hops}}(b:Entity {id: $to}) RETURN p`,
              ends,
            )
          : await database.executeCypher(cypherOf(mode, hops, k), ends);
      for (let i = 0; i < result.length; i += 1) result.get(i);
      return result.length;
    },
    close: async () => undefined,
  };
}
