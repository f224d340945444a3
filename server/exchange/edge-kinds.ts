import type { Relationship } from '../contract/graph.ts';

/**
 * The kinds of edges in GEXF, which allows one edge of a kind from one node to another; Gephi makes one of two. The
 * first is of its type, later ones of the type and a number. What was given is remembered by a hash: where two share
 * one, an edge gets a number that it did not need.
 */
export class EdgeKinds {
  /** The next number to try. */
  readonly #given = new Map<number, number>();

  of({ source, target, type }: Pick<Relationship, 'source' | 'target' | 'type'>): string {
    const ends = `${source}\n${target}\n`;
    const first = hash(ends + type);
    let number = this.#given.get(first);
    let kind = type;
    let own = first;
    for (; number !== undefined && this.#given.has(own); number += 1) {
      kind = `${type} (${number})`;
      own = hash(ends + kind);
    }
    this.#given.set(own, 2);
    if (number !== undefined) this.#given.set(first, number);
    return kind;
  }
}

/** A number of 53 bits. */
function hash(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x2545f491;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}
