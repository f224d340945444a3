import type { GraphDatabase, Identity, RunOptions, TrailClauses } from '../database/graph-database.ts';
import type { HeldGraph } from './held-graph.ts';
import type { HeldLinks } from './held-links.ts';
import type { WalkRules } from './link-filter.ts';
import { LinkReader, type LinkSource } from './read-links.ts';
import { SoonerLinks } from './sooner-links.ts';

/** The graph that questions are asked about. */
export interface AskedGraph {
  database: GraphDatabase;
  /** What is kept of it in memory, where anything may be. */
  held?: HeldLinks;
}

/** The graph that one question walks through. */
export interface WalkGraph {
  database: GraphDatabase;
  identity: Identity;
  /** All of it in memory, as it was when the question came. */
  held?: HeldGraph | undefined;
  /** Where it may yet come to be held. */
  coming?: HeldLinks | undefined;
}

/** The graph as the engine gives it. Rejects with a `DatabaseError`. */
export async function openWalk({ database, held }: AskedGraph, options?: RunOptions): Promise<WalkGraph> {
  return { database, identity: await database.identity(options), coming: held };
}

/** The links that the rules of a question let through: from memory where they are held, else from the engine. */
export function openLinks({ database, identity, held, coming }: WalkGraph, rules: WalkRules): LinkSource {
  if (held !== undefined) return held.source(rules);
  const reader = new LinkReader(database, identity, rules);
  return coming === undefined ? reader : new SoonerLinks(coming, reader);
}

/** How the engine itself finds trails, where it can and where that is the shortest way to an answer. */
export function trailsOf({ database, held }: WalkGraph): TrailClauses | undefined {
  return held === undefined ? database.trails : undefined;
}
