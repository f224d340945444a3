import type { Disc } from './edge-geometry.ts';

/** A rectangle on the screen, in pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const SIDES = ['below', 'right', 'left', 'above'] as const;
export type Side = (typeof SIDES)[number];

const GAP = 3;
const CELL = 96;

/** Boxes that are taken, found by the squares that they touch. */
export class TakenSpace {
  readonly #cells = new Map<string, { box: Box; owner: string }[]>();

  #visit(box: Box, visit: (key: string) => void): void {
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
        visit(`${column}:${row}`);
    }
  }

  take(box: Box, owner: string): void {
    const entry = { box, owner };
    this.#visit(box, (key) => {
      const entries = this.#cells.get(key);
      if (entries) entries.push(entry);
      else this.#cells.set(key, [entry]);
    });
  }

  /** Square pixels of the box that others have; an owner is never in its own way. */
  overlap(box: Box, owner: string): number {
    const seen = new Set<Box>();
    let area = 0;
    this.#visit(box, (key) => {
      for (const entry of this.#cells.get(key) ?? []) {
        if (entry.owner === owner || seen.has(entry.box)) continue;
        seen.add(entry.box);
        const width = Math.min(box.right, entry.box.right) - Math.max(box.left, entry.box.left);
        const height = Math.min(box.bottom, entry.box.bottom) - Math.max(box.top, entry.box.top);
        if (width > 0 && height > 0) area += width * height;
      }
    });
    return area;
  }
}

export function boxOfDisc({ x, y, radius }: Disc): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** The box of a text of the given size beside a disc. */
export function boxBeside(disc: Disc, side: Side, width: number, height: number): Box {
  const { x, y, radius } = disc;
  const left =
    side === 'right' ? x + radius + GAP + 1 : side === 'left' ? x - radius - GAP - 1 - width : x - width / 2;
  const top =
    side === 'below' ? y + radius + GAP : side === 'above' ? y - radius - GAP - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

/** Square pixels of the box beyond the stage, where nobody could read them. */
function outside(box: Box, stage: { width: number; height: number }): number {
  const width = Math.max(0, Math.min(box.right, stage.width) - Math.max(box.left, 0));
  const height = Math.max(0, Math.min(box.bottom, stage.height) - Math.max(box.top, 0));
  return (box.right - box.left) * (box.bottom - box.top) - width * height;
}

/**
 * Takes the first side of the disc where the text touches nothing and is all in view, beginning with the side it had before, so that
 * labels do not hop about while the view moves. When all are taken: null, or, for what must be drawn, the side
 * that covers least.
 */
export function placeBeside(
  taken: TakenSpace,
  owner: string,
  disc: Disc,
  size: { width: number; height: number },
  before: Side | undefined,
  must: boolean,
  stage: { width: number; height: number },
): { side: Side; box: Box } | null {
  const sides = before === undefined ? SIDES : [before, ...SIDES.filter((side) => side !== before)];
  let least: { side: Side; box: Box; area: number } | null = null;
  for (const side of sides) {
    const box = boxBeside(disc, side, size.width, size.height);
    const area = taken.overlap(box, owner) + outside(box, stage);
    if (least === null || area < least.area) least = { side, box, area };
    if (area === 0) break;
  }
  if (least === null || (least.area > 0 && !must)) return null;
  taken.take(least.box, owner);
  return least;
}
