import type { HeldLinks } from './held-links.ts';
import type { Link } from './link-store.ts';
import type { LinkReader, LinkSource } from './read-links.ts';
import type { SearchBudget } from './search-budget.ts';

/**
 * Links for the first questions to a graph: asked of the engine while they are being brought into memory, and
 * taken from there as soon as they are. What the engine is still reading then is given up: at a node with very
 * many neighbours it takes longer than bringing in the whole graph.
 */
export class SoonerLinks implements LinkSource {
  readonly #held: HeldLinks;
  readonly #reader: LinkReader;

  constructor(held: HeldLinks, reader: LinkReader) {
    this.#held = held;
    this.#reader = reader;
  }

  async read(nodes: readonly string[], side: 'ahead' | 'behind', budget: SearchBudget): Promise<Link[]> {
    const { rules } = this.#reader;
    const now = this.#held.source(rules);
    if (now !== undefined) return now.read(nodes, side, budget);
    const stop = new AbortController();
    const byEngine = this.#reader.read(nodes, side, budget, stop.signal);
    const held = this.#held.ready().then(() => this.#held.source(rules));
    const sooner = await Promise.race([byEngine, held]);
    if (sooner === undefined) return byEngine;
    if (Array.isArray(sooner)) return sooner;
    byEngine.catch(() => undefined);
    stop.abort();
    return sooner.read(nodes, side, budget);
  }
}
