import type { Observer } from './graph-source.ts';

const REPLACEMENT = '\uFFFD';

/**
 * How ids are written in a format that cannot hold every character: with U+FFFD in their place, and a number behind
 * ids that would then be the same. Nodes and relationships are counted apart.
 */
export class WrittenIds implements Observer {
  readonly #clean: (text: string) => string;
  readonly #nodes = new Map<string, string>();
  readonly #relationships = new Map<string, string>();

  constructor(clean: (text: string) => string) {
    this.#clean = clean;
  }

  node({ id }: { id: string }): void {
    this.#note(this.#nodes, id);
  }

  relationship({ id }: { id: string }): void {
    this.#note(this.#relationships, id);
  }

  /** Once every element was observed. */
  settle(): void {
    for (const ids of [this.#nodes, this.#relationships]) {
      const taken = new Set([...ids.keys()].filter((id) => this.#clean(id) === id));
      for (const id of ids.keys()) {
        if (taken.has(id)) continue;
        const clean = this.#clean(id);
        let free = clean;
        for (let number = 2; taken.has(free); number += 1) free = `${clean}_${number}`;
        taken.add(free);
        ids.set(id, free);
      }
    }
  }

  ofNode(id: string): string {
    return this.#nodes.get(id) ?? id;
  }

  ofRelationship(id: string): string {
    return this.#relationships.get(id) ?? id;
  }

  /** Only an id that holds U+FFFD could be taken for one that was cleaned. */
  #note(ids: Map<string, string>, id: string): void {
    if (id.includes(REPLACEMENT) || this.#clean(id) !== id) ids.set(id, id);
  }
}
