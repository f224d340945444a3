import type { TrailClauses, TrailWish } from '../graph-database.ts';

/**
 * Both filter during the search. `allShortestPaths` is the faster one; only `SHORTEST k GROUPS` goes on to longer
 * trails (Neo4j 5.21 and later). It needs a bound: lengths that do not exist are looked for until all trails are
 * walked.
 */
export const trailClauses: TrailClauses = {
  shortest({ out, relationships, nodes }: TrailWish): string {
    const conditions = [
      relationships === '' ? [] : `all(r IN relationships(p) WHERE ${relationships})`,
      nodes === '' ? [] : `all(n IN nodes(p) WHERE ${nodes})`,
    ].flat();
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    return `MATCH p = allShortestPaths((a)-[*]-${out ? '>' : ''}(b))${where}`;
  },
  shortestGroups({ out, relationships, nodes }: TrailWish, groups: number, length: number): string {
    const where = (condition: string) => (condition === '' ? '' : ` WHERE ${condition}`);
    const hop = `-[r${where(relationships)}]-${out ? '>' : ''}`;
    const times = `{1,${length}}`;
    // The engine is faster where a hop has no node of its own.
    const hops = nodes === '' ? `${hop}${times}` : ` (()${hop}(n${where(nodes)}))${times} `;
    return `MATCH p = SHORTEST ${groups} GROUPS (a)${hops}(b)`;
  },
};
