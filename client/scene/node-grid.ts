import type { Point } from './edge-geometry.ts';
import type { NodeAttributes, StageGraph } from './stage-graph.ts';
import { type Bounds, boundsOf } from './viewport.ts';

/** About so many nodes share a cell, and no more cells than this lie side by side. */
const NODES_PER_CELL = 4;
const CELLS_AT_MOST = 160;

/**
 * The nodes of a graph by their place, so that what a part of the canvas holds is found without looking at all of
 * them. Built once for a graph; nodes that move are told to it one by one. In layout units.
 */
export class NodeGrid {
  /** The best connected first; the index of a node here is its rank. */
  readonly ids: readonly string[];
  readonly #nodes: readonly NodeAttributes[];
  readonly #bounds: Bounds;
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: number[][];
  /** In which cell a rank is. */
  readonly #cellOf: Int32Array;
  /** How many nodes lie in the cells to the left and below; one column and row more than there are cells; null after a move. */
  #sums: Int32Array | null = null;
  #ranks: Map<string, number> | null = null;

  constructor(graph: StageGraph) {
    const entries = graph.mapNodes((id, node) => ({ id, node }));
    entries.sort((a, b) => b.node.degree - a.node.degree || (a.id < b.id ? -1 : 1));
    this.ids = entries.map(({ id }) => id);
    this.#nodes = entries.map(({ node }) => node);
    this.#bounds = boundsOf(this.#nodes) ?? { left: 0, right: 0, low: 0, high: 0 };
    const { left, right, low, high } = this.#bounds;
    const width = Math.max(right - left, 1);
    const height = Math.max(high - low, 1);
    const side = Math.sqrt((width * height * NODES_PER_CELL) / Math.max(entries.length, 1));
    this.#columns = Math.max(1, Math.min(CELLS_AT_MOST, Math.ceil(width / side)));
    this.#rows = Math.max(1, Math.min(CELLS_AT_MOST, Math.ceil(height / side)));
    this.#cells = Array.from({ length: this.#columns * this.#rows }, () => []);
    this.#cellOf = Int32Array.from(this.#nodes, (node) => this.#cellAt(node));
    for (const [rank, cell] of this.#cellOf.entries()) this.#cells[cell]?.push(rank);
  }

  #sumUp(): Int32Array {
    const wide = this.#columns + 1;
    const sums = new Int32Array(wide * (this.#rows + 1));
    for (let row = 0; row < this.#rows; row++) {
      let inRow = 0;
      for (let column = 0; column < this.#columns; column++) {
        inRow += this.#cells[row * this.#columns + column]?.length ?? 0;
        sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] ?? 0) + inRow;
      }
    }
    return sums;
  }

  #columnAt(x: number): number {
    const { left, right } = this.#bounds;
    const column = Math.floor(((x - left) / Math.max(right - left, 1)) * this.#columns);
    return Math.max(0, Math.min(this.#columns - 1, column));
  }

  #rowAt(y: number): number {
    const { low, high } = this.#bounds;
    const row = Math.floor(((y - low) / Math.max(high - low, 1)) * this.#rows);
    return Math.max(0, Math.min(this.#rows - 1, row));
  }

  #cellAt({ x, y }: Point): number {
    return this.#rowAt(y) * this.#columns + this.#columnAt(x);
  }

  /** Takes note of where a node is now; its attributes have changed already. */
  move(id: string): void {
    this.#ranks ??= new Map(this.ids.map((each, rank) => [each, rank]));
    const rank = this.#ranks.get(id);
    const node = rank === undefined ? undefined : this.#nodes[rank];
    if (rank === undefined || node === undefined) return;
    const [before, now] = [this.#cellOf[rank] ?? 0, this.#cellAt(node)];
    if (before === now) return;
    this.#cells[before] = this.#cells[before]?.filter((each) => each !== rank) ?? [];
    this.#cells[now] = [...(this.#cells[now] ?? []), rank].sort((a, b) => a - b);
    this.#cellOf[rank] = now;
    this.#sums = null;
  }

  /** About how many nodes lie in the rectangle: those of all cells that it touches. */
  count({ left, right, low, high }: Bounds): number {
    const wide = this.#columns + 1;
    const [from, to] = [this.#columnAt(left), this.#columnAt(right) + 1];
    const [bottom, top] = [this.#rowAt(low), this.#rowAt(high) + 1];
    const sums = this.#sums ?? this.#sumUp();
    this.#sums = sums;
    const sum = (column: number, row: number) => sums[row * wide + column] ?? 0;
    return sum(to, top) - sum(from, top) - sum(to, bottom) + sum(from, bottom);
  }

  /**
   * Ids of the nodes in the rectangle, the best connected first. `wanted` is how many will be taken: where most of the
   * graph is in view they are found by going through all by rank, and few are looked at in vain.
   */
  *within(bounds: Bounds, wanted: number): Iterable<string> {
    const count = this.count(bounds);
    if (count === 0) return;
    const isIn = ({ x, y }: Point) =>
      x >= bounds.left && x <= bounds.right && y >= bounds.low && y <= bounds.high;
    const isSparse = (wanted * this.ids.length) / count > count;
    const ranks = isSparse ? this.#ranksIn(bounds) : this.#nodes.keys();
    for (const rank of ranks) {
      const [node, id] = [this.#nodes[rank], this.ids[rank]];
      if (node !== undefined && id !== undefined && isIn(node)) yield id;
    }
  }

  #ranksIn({ left, right, low, high }: Bounds): number[] {
    const ranks: number[] = [];
    for (let row = this.#rowAt(low); row <= this.#rowAt(high); row++) {
      for (let column = this.#columnAt(left); column <= this.#columnAt(right); column++) {
        for (const rank of this.#cells[row * this.#columns + column] ?? []) ranks.push(rank);
      }
    }
    return ranks.sort((a, b) => a - b);
  }
}
