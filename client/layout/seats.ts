import type { Room } from './label-room.ts';
import type { Position } from './layout-model.ts';

interface Seat {
  id: string;
  at: Position;
  room: Room;
}

/** Who sits where, so that it is quick to find out whom a seat would cover. */
export class Seats {
  readonly #cells = new Map<string, Map<string, Seat>>();
  readonly #width: number;
  readonly #height: number;

  /** `rooms` are all that will ever sit here. */
  constructor(rooms: Iterable<Room>) {
    let width = 1;
    let height = 1;
    for (const { halfWidth, up, down } of rooms) {
      width = Math.max(width, 2 * halfWidth);
      height = Math.max(height, up + down);
    }
    this.#width = width;
    this.#height = height;
  }

  #column({ x }: Position): number {
    return Math.floor(x / this.#width);
  }

  #row({ y }: Position): number {
    return Math.floor(y / this.#height);
  }

  add(seat: Seat): void {
    const key = `${this.#column(seat.at)} ${this.#row(seat.at)}`;
    const cell = this.#cells.get(key);
    if (cell) cell.set(seat.id, seat);
    else this.#cells.set(key, new Map([[seat.id, seat]]));
  }

  remove({ id, at }: Pick<Seat, 'id' | 'at'>): void {
    this.#cells.get(`${this.#column(at)} ${this.#row(at)}`)?.delete(id);
  }

  /** Whether somebody else's room would be covered. */
  isTaken({ id, at, room }: Seat): boolean {
    return this.covered({ id, at, room }).length > 0;
  }

  /** Those whose room this one covers. */
  covered({ id, at, room }: Seat): Seat[] {
    const found: Seat[] = [];
    for (let column = this.#column(at) - 1; column <= this.#column(at) + 1; column++) {
      // Rooms reach unequally far up and down, so a cell more is looked at.
      for (let row = this.#row(at) - 2; row <= this.#row(at) + 2; row++) {
        for (const other of this.#cells.get(`${column} ${row}`)?.values() ?? []) {
          if (other.id !== id && covers(at, room, other.at, other.room)) found.push(other);
        }
      }
    }
    return found;
  }
}

function covers(one: Position, room: Room, other: Position, otherRoom: Room): boolean {
  if (Math.abs(one.x - other.x) >= room.halfWidth + otherRoom.halfWidth - 0.01) return false;
  return one.y >= other.y
    ? one.y - other.y < room.down + otherRoom.up - 0.01
    : other.y - one.y < otherRoom.down + room.up - 0.01;
}
