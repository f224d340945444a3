import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { GraphSource } from '../exchange/graph-source.ts';

/** Where progress is told; a part of `process.stderr`. */
export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds before anything is told, and between two lines where they do not replace each other. */
const PATIENCE = 1_000;
const PLAIN_PAUSE = 5_000;

/**
 * Tells how far an export is, once it takes longer than a second: on a terminal in one line that renews itself,
 * elsewhere in a line now and then.
 */
export class ExportProgress {
  readonly #output: ProgressOutput;
  readonly #now: () => number;
  readonly #began: number;
  #done = 0;
  #total: number | undefined;
  #told: number | undefined;

  constructor(output: ProgressOutput, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#began = now();
  }

  /** From here on nodes and relationships are written, so many in all. */
  begin(total: number): void {
    this.#done = 0;
    this.#total = total;
  }

  count(more: number): void {
    this.#done += more;
    const now = this.#now();
    if (now - this.#began < PATIENCE) return;
    const pause = this.#output.isTTY ? 100 : PLAIN_PAUSE;
    if (this.#told !== undefined && now - this.#told < pause) return;
    this.#told = now;
    this.#output.write(this.#output.isTTY ? `\r\u001b[K${this.#line()}` : `${this.#line()}\n`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#told !== undefined && this.#output.isTTY) this.#output.write('\r\u001b[K');
    this.#told = undefined;
  }

  #line(): string {
    const done = this.#done.toLocaleString('en');
    if (this.#total === undefined) return `Reading: ${done} nodes and relationships`;
    const percent = this.#total === 0 ? 100 : Math.floor((100 * this.#done) / this.#total);
    return `Writing: ${done} of ${this.#total.toLocaleString('en')} (${percent} %)`;
  }
}

/** The source, each part of which is counted as it is read. */
export function countedSource(source: GraphSource, count: (more: number) => void): GraphSource {
  async function* counted<Part extends readonly (GraphNode | Relationship)[]>(parts: AsyncIterable<Part>) {
    for await (const part of parts) {
      yield part;
      count(part.length);
    }
  }
  return { nodes: () => counted(source.nodes()), relationships: () => counted(source.relationships()) };
}
