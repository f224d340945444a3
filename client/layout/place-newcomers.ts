import { neighboursIn } from './degrees.ts';
import { roomIn } from './label-room.ts';
import type { NewcomersRequest, Position, Positions } from './layout-model.ts';
import { makeRoom } from './make-room.ts';

const DISTANCE = 105;

/** The direction in which a node has most room: the middle of the widest gap between its neighbours. */
function widestGap(at: Position, neighbours: readonly Position[]): { middle: number; width: number } {
  const angles = neighbours.map(({ x, y }) => Math.atan2(y - at.y, x - at.x)).sort((a, b) => a - b);
  const last = angles.at(-1);
  if (last === undefined) return { middle: 0, width: 2 * Math.PI };
  let best = { middle: 0, width: -1 };
  let before = last - 2 * Math.PI;
  for (const angle of angles) {
    if (angle - before > best.width) best = { middle: (angle + before) / 2, width: angle - before };
    before = angle;
  }
  return best;
}

/** Places for newcomers that know only this node: around it, where most room is. */
function fanAround(at: Position, around: readonly Position[], count: number): Position[] {
  const { middle, width } = widestGap(at, around);
  const closed = around.length === 0;
  const arc = closed ? width : Math.min(width * 0.8, 0.6 * count);
  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 0 : index / (count - (closed ? 0 : 1)) - 0.5;
    const distance = DISTANCE * (count > 6 && index % 2 === 1 ? 1.45 : 1);
    const angle = middle + share * arc;
    return { x: at.x + distance * Math.cos(angle), y: at.y + distance * Math.sin(angle) };
  });
}

/** Between its neighbours, a little off the line that may join them; `turn` keeps equals apart. */
function between(points: readonly Position[], turn: number): Position {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return { x: x + turn, y: y + 12 };
}

/** Below all others, under their middle; the origin of an empty picture. */
function belowAll(others: readonly Position[]): Position {
  if (others.length === 0) return { x: 0, y: 0 };
  const x = others.reduce((sum, other) => sum + other.x, 0) / others.length;
  return { x, y: others.reduce((lowest, { y }) => Math.min(lowest, y), Infinity) - DISTANCE };
}

/** Places for all that are linked to something placed. */
function placeNextTo(
  waiting: Iterable<string>,
  positions: ReadonlyMap<string, Position>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Position> {
  const anchorsOf = (id: string) => [...(neighbours.get(id) ?? [])].filter((other) => positions.has(other));
  const pointsOf = (ids: readonly string[]) => ids.flatMap((id) => positions.get(id) ?? []);
  const places = new Map<string, Position>();
  const fans = new Map<string, string[]>();
  for (const id of waiting) {
    const anchors = anchorsOf(id);
    const [only] = anchors;
    if (anchors.length > 1) places.set(id, between(pointsOf(anchors), places.size * 0.01));
    else if (only !== undefined) fans.set(only, [...(fans.get(only) ?? []), id]);
  }
  for (const [anchor, members] of fans) {
    const [at] = pointsOf([anchor]);
    const spots = at ? fanAround(at, pointsOf(anchorsOf(anchor)), members.length) : [];
    spots.forEach((spot, index) => {
      const id = members[index];
      if (id !== undefined) places.set(id, spot);
    });
  }
  return places;
}

/**
 * Places for nodes that join a drawn graph, near those they are linked to; what is placed already does not move.
 * One with several placed neighbours goes between them, those with one go into the widest gap around it, strangers
 * go below. Returns the newcomers' positions only: those of the nodes that are not among `placed`.
 */
export function placeNewcomers({ nodes, links, placed }: NewcomersRequest): Positions {
  const neighbours = neighboursIn(links);
  const positions = new Map(placed);
  const waiting = new Set(nodes.map(({ id }) => id).filter((id) => !positions.has(id)));
  const newcomers = [...waiting];
  while (waiting.size > 0) {
    let places = placeNextTo(waiting, positions, neighbours);
    const [stranger] = waiting;
    if (places.size === 0 && stranger !== undefined) {
      places = new Map([[stranger, belowAll([...positions.values()])]]);
    }
    for (const [id, place] of places) {
      positions.set(id, place);
      waiting.delete(id);
    }
  }

  const known = new Map(nodes.map((node) => [node.id, node]));
  const all = [...positions].map(([id, { x, y }]) => ({ id, position: { x, y } }));
  const roomOf = roomIn(all.length);
  makeRoom(
    all.map(({ position }) => position),
    all.map(({ id }) => roomOf(known.get(id) ?? { id, radius: 8, caption: '' })),
    all.map(({ id }) => placed.has(id)),
  );
  const places = new Map(all.map(({ id, position }) => [id, position]));
  return new Map(newcomers.map((id) => [id, places.get(id) ?? { x: 0, y: 0 }]));
}
