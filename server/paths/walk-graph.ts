import type { GraphDatabase, Identity } from '../database/graph-database.ts';
import type { HeldLinks } from './held-links.ts';
import type { WalkRules } from './link-filter.ts';
import { LinkReader, type LinkSource } from './read-links.ts';
import { SoonerLinks } from './sooner-links.ts';

/** The graph that questions walk through. */
export interface WalkGraph {
  database: GraphDatabase;
  /** Its links in memory, where they may be held. */
  held?: HeldLinks;
}

/** The links that the rules of a question let through: from memory where they are held, else from the engine. */
export function openLinks({ database, held }: WalkGraph, identity: Identity, rules: WalkRules): LinkSource {
  const reader = new LinkReader(database, identity, rules);
  if (held === undefined || !held.mayCome) return reader;
  return held.source(rules) ?? new SoonerLinks(held, reader);
}
