import type { Room } from './label-room.ts';
import type { Positions } from './layout-model.ts';

export interface Cell {
  id: string;
  room: Room;
  /** What it is ordered by; equals are ordered by id. */
  rank: string | number;
}

export interface Block {
  positions: Positions;
  width: number;
  height: number;
}

/**
 * Puts cells in rows of equal length, left to right and from the top, each column as wide as its widest and each row as
 * high as its highest, so that none covers another. About as wide as the aspect says, the middle at the origin.
 */
export function placeInRows(cells: readonly Cell[], aspect: number): Block {
  const ordered = cells.toSorted(compareCells);
  const count = ordered.length;
  if (count === 0) return { positions: new Map(), width: 0, height: 0 };
  const meanWidth = ordered.reduce((sum, { room }) => sum + 2 * room.halfWidth, 0) / count;
  const meanHeight = ordered.reduce((sum, { room }) => sum + room.up + room.down, 0) / count;
  const columns = Math.min(
    count,
    Math.max(1, Math.round(Math.sqrt((count * aspect * meanHeight) / meanWidth))),
  );
  const rows = Math.ceil(count / columns);
  const widths = new Array<number>(columns).fill(0);
  const ups = new Array<number>(rows).fill(0);
  const downs = new Array<number>(rows).fill(0);
  ordered.forEach(({ room }, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    widths[column] = Math.max(widths[column] ?? 0, 2 * room.halfWidth);
    ups[row] = Math.max(ups[row] ?? 0, room.up);
    downs[row] = Math.max(downs[row] ?? 0, room.down);
  });
  const width = sum(widths);
  const height = sum(ups) + sum(downs);
  const middles = middlesOf(widths, -width / 2);
  const lines: number[] = [];
  let top = height / 2;
  for (let row = 0; row < rows; row++) {
    lines.push(top - (ups[row] ?? 0));
    top -= (ups[row] ?? 0) + (downs[row] ?? 0);
  }
  const positions: Positions = new Map(
    ordered.map(({ id }, index) => [
      id,
      { x: middles[index % columns] ?? 0, y: lines[Math.floor(index / columns)] ?? 0 },
    ]),
  );
  return { positions, width, height };
}

function compareCells(one: Cell, other: Cell): number {
  const [first, second] = [one.rank, other.rank];
  const byRank =
    typeof first === 'number' && typeof second === 'number'
      ? first - second
      : compareText(String(first).toLowerCase(), String(second).toLowerCase());
  return byRank || compareText(one.id, other.id);
}

/** By code unit, so that it is the same on every machine. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function middlesOf(widths: readonly number[], from: number): number[] {
  let left = from;
  return widths.map((width) => {
    left += width;
    return left - width / 2;
  });
}
