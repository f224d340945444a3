import type { Box } from './box.ts';
import type { Disc } from './edge-geometry.ts';

export const SIDES = ['below', 'right', 'left', 'above'] as const;
export type Side = (typeof SIDES)[number];

const GAP = 3;
/** Pixels that two names side by side keep between them, so that they do not read as one. */
const BETWEEN = 5;
const CELL = 48;

interface Entry {
  box: Box;
  owner: string;
  /** Radius of a disc; a text has none, and nothing may ever cover it. */
  radius: number;
  /** The last question in which it was looked at: it may lie in several squares. */
  seenIn: number;
}

/** Square pixels of a box that others have. */
export interface Overlap {
  /** Of texts, and of discs as large as the asker's or larger. */
  hard: number;
  /** Of smaller discs. */
  soft: number;
}

const ALL: Overlap = { hard: Infinity, soft: Infinity };

/** A disc this much smaller than that of an important node may be covered by its name. */
const SMALLER = 0.8;

/** More rows of squares than any stage has. */
const ROWS = 4096;

/** Boxes that are taken, found by the squares that they touch. */
export class TakenSpace {
  readonly #cells = new Map<number, Entry[]>();
  #questions = 0;

  #take(box: Box, owner: string, radius: number): void {
    const entry: Entry = { box, owner, radius, seenIn: 0 };
    const [right, bottom] = [Math.floor(box.right / CELL), Math.floor(box.bottom / CELL)];
    for (let column = Math.floor(box.left / CELL); column <= right; column++) {
      for (let row = Math.floor(box.top / CELL); row <= bottom; row++) {
        const entries = this.#cells.get(column * ROWS + row);
        if (entries) entries.push(entry);
        else this.#cells.set(column * ROWS + row, [entry]);
      }
    }
  }

  takeDisc(disc: Disc, owner: string): void {
    this.#take(boxOfDisc(disc), owner, disc.radius);
  }

  takeText(box: Box, owner: string): void {
    this.#take(box, owner, Infinity);
  }

  /**
   * What others have of the box; an owner is never in its own way. `radius`: that of the asking node. Who would not take
   * a box of which others have more than `tolerated` need not hear of all: the answer is then only known to be more.
   */
  overlap(box: Box, owner: string, radius: number, tolerated: Overlap = ALL): Overlap {
    const found: Overlap = { hard: 0, soft: 0 };
    const question = ++this.#questions;
    const [right, bottom] = [Math.floor(box.right / CELL), Math.floor(box.bottom / CELL)];
    for (let column = Math.floor(box.left / CELL); column <= right; column++) {
      for (let row = Math.floor(box.top / CELL); row <= bottom; row++) {
        for (const entry of this.#cells.get(column * ROWS + row) ?? []) {
          if (entry.seenIn === question || entry.owner === owner) continue;
          entry.seenIn = question;
          const width = Math.min(box.right, entry.box.right) - Math.max(box.left, entry.box.left);
          const height = Math.min(box.bottom, entry.box.bottom) - Math.max(box.top, entry.box.top);
          if (width <= 0 || height <= 0) continue;
          found[entry.radius < radius * SMALLER ? 'soft' : 'hard'] += width * height;
          if (found.hard > tolerated.hard || found.soft > tolerated.soft) return found;
        }
      }
    }
    return found;
  }
}

function boxOfDisc({ x, y, radius }: Disc): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** How far a text is moved along its side of the disc, in shares of its length there: not at all where it can be. */
const SHIFTS = [0, -0.4, 0.4] as const;

interface Spot {
  side: Side;
  shift: number;
}

/** Where a text is tried, the best place first: not moved along its side, and then moved. */
function spotsFrom(first: Side): { unmoved: readonly Spot[]; all: readonly Spot[] } {
  const sides = [first, ...SIDES.filter((side) => side !== first)];
  const all = SHIFTS.flatMap((shift) => sides.map((side) => ({ side, shift })));
  return { unmoved: all.filter(({ shift }) => shift === 0), all };
}

/** By the side that is tried first. */
const SPOTS = {
  below: spotsFrom('below'),
  right: spotsFrom('right'),
  left: spotsFrom('left'),
  above: spotsFrom('above'),
} satisfies Record<Side, unknown>;

/** The box of a text of the given size beside a disc, moved along that side by a share of its length. */
export function boxBeside(disc: Disc, side: Side, width: number, height: number, shift = 0): Box {
  const { x, y, radius } = disc;
  const middle = { x: x + shift * width, y: y + shift * (height + radius) };
  const left =
    side === 'right'
      ? x + radius + GAP + 1
      : side === 'left'
        ? x - radius - GAP - 1 - width
        : middle.x - width / 2;
  const top =
    side === 'below'
      ? y + radius + GAP
      : side === 'above'
        ? y - radius - GAP - height
        : middle.y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

/**
 * The box moved into the stage: along the rim of its disc, and where the name is always written also over the disc,
 * since a name that is cut says less than one that covers something.
 */
function movedInside(box: Box, side: Side, stage: { width: number; height: number }, anyWay: boolean): Box {
  const isBeside = isLateral(side);
  const dx = !isBeside || anyWay ? into(box.left, box.right, stage.width) : 0;
  const dy = isBeside || anyWay ? into(box.top, box.bottom, stage.height) : 0;
  return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
}

/** How far to move a stretch so that it lies between 0 and the end, its beginning first. */
function into(from: number, to: number, end: number): number {
  if (from < 0 || to - from > end) return -from;
  return to > end ? end - to : 0;
}

/** Square pixels of the box beyond the stage, where nobody could read them. */
function outside(box: Box, stage: { width: number; height: number }): number {
  const width = Math.max(0, Math.min(box.right, stage.width) - Math.max(box.left, 0));
  const height = Math.max(0, Math.min(box.bottom, stage.height) - Math.max(box.top, 0));
  return (box.right - box.left) * (box.bottom - box.top) - width * height;
}

function isLateral(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** What a name may do when no side of its disc is free. */
export type Insistence = 'gives way' | 'covers smaller discs' | 'is always written';

/**
 * Takes the first side of the disc where the text touches nothing and is all in view, beginning with the side it
 * had before, so that labels do not hop about while the view moves. A text that insists is also tried a little up
 * and down each side. When there is no place, that which covers least, if the text insists enough.
 */
export function placeBeside(
  taken: TakenSpace,
  owner: string,
  disc: Disc,
  size: { width: number; height: number },
  before: Side | undefined,
  insistence: Insistence,
  stage: { width: number; height: number },
): { side: Side; box: Box } | null {
  const givesWay = insistence === 'gives way';
  const anyWay = insistence === 'is always written';
  const spots = SPOTS[before ?? SIDES[0]];
  let least: { side: Side; box: Box; cost: number } | null = null;
  for (const { side, shift } of givesWay ? spots.unmoved : spots.all) {
    const beside = boxBeside(disc, side, size.width, size.height, shift);
    const box = movedInside(beside, side, stage, anyWay);
    // What was moved over its own disc hides that instead.
    const over = isLateral(side)
      ? Math.abs(box.left - beside.left) * size.height
      : Math.abs(box.top - beside.top) * size.width;
    const lost = outside(box, stage) + over;
    if (lost > 0 && !anyWay) continue;
    const tolerated = anyWay ? ALL : { hard: 0, soft: givesWay ? 0 : (least?.cost ?? Infinity) };
    const overlap = taken.overlap(box, owner, disc.radius, tolerated);
    if (overlap.hard > tolerated.hard || overlap.soft > tolerated.soft) continue;
    const cost = (overlap.hard + lost) * 10 + overlap.soft;
    if (least === null || cost < least.cost) least = { side, box, cost };
    if (cost === 0) break;
  }
  if (least === null) return null;
  const { box } = least;
  taken.takeText({ ...box, left: box.left - BETWEEN, right: box.right + BETWEEN }, owner);
  return least;
}
