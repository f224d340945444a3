import type { GraphBuilder } from './graph-builder.ts';
import type { Place } from './import-problems.ts';
import type { OwnElement } from './own-cells.ts';

interface AsWritten {
  id: string | undefined;
  caption?: string | undefined;
  type?: string | undefined;
  at?: { x: number; y: number } | undefined;
}

/** Gives nodes and relationships of a file that Throughline wrote to the builder, under their true ids. */
export class OwnBuilder {
  readonly #builder: GraphBuilder;
  /** Of nodes whose id the format cannot hold, by the id as it is written. */
  readonly #trueIds = new Map<string, string>();

  constructor(builder: GraphBuilder) {
    this.#builder = builder;
  }

  node(own: OwnElement, written: AsWritten, place: Place): void {
    if (written.id !== undefined && own.id !== undefined && own.id !== written.id) {
      this.#trueIds.set(written.id, own.id);
    }
    const caption = own.caption ?? written.caption ?? '';
    this.#builder.node({ ...own, labels: own.labels ?? [], caption, at: written.at }, place);
  }

  edge(own: OwnElement, written: AsWritten & { source: string; target: string }, place: Place): void {
    const [source, target] = [written.source, written.target].map((end) => this.#trueIds.get(end) ?? end);
    if (source === undefined || target === undefined) return;
    const type = own.type ?? written.type ?? '';
    this.#builder.edge({ ...own, type, source, target, direction: 'directed' }, place);
  }
}
