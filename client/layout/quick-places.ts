import { groupByNeighbours } from './group-by-neighbours.ts';
import { DEFAULT_ASPECT, type LayoutRequest, type Position, type Positions } from './layout-model.ts';
import { makeRoom } from './make-room.ts';
import { runForces } from './run-forces.ts';

/** Distance between the nodes of a group, about as in a large layout by forces. */
const SPACING = 27;
const TURN = 2.399963;
/** Groups beyond so many are small; they go around the others in the order they come. */
const GROUPS_BY_FORCES = 400;
const ITERATIONS = 40;

/**
 * Passable places for a large graph in a fraction of the time of a layout: nodes that hang together closely form a disc,
 * the best connected in its middle, and discs that are tied lie near each other. The same for the same graph.
 */
export function quickPlaces({ nodes, links, aspect = DEFAULT_ASPECT }: LayoutRequest): Positions {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const ends = links.flatMap(({ source, target }): [number, number][] => {
    const [from, to] = [indexes.get(source), indexes.get(target)];
    return from === undefined || to === undefined || from === to ? [] : [[from, to]];
  });
  const groupOf = groupByNeighbours(nodes.length, ends);
  const groups = membersOf(groupOf);
  const middles = middlesOf(groups, groupOf, ends, aspect);
  const positions: Position[] = [];
  groups.forEach((members, group) => {
    const middle = middles[group] ?? { x: 0, y: 0 };
    // Sizes tell of degrees.
    members.sort((a, b) => (nodes[b]?.radius ?? 0) - (nodes[a]?.radius ?? 0) || a - b);
    members.forEach((member, rank) => {
      const distance = SPACING * 0.56 * Math.sqrt(rank);
      const angle = rank * TURN + group;
      positions[member] = {
        x: Math.round(middle.x + distance * Math.cos(angle)),
        y: Math.round(middle.y + distance * Math.sin(angle)),
      };
    });
  });
  return new Map(nodes.map(({ id }, index) => [id, positions[index] ?? { x: 0, y: 0 }]));
}

/** The nodes of each group, the largest group first; `groupOf` is made to count the groups in that order. */
function membersOf(groupOf: Int32Array): number[][] {
  const byName = new Map<number, number[]>();
  groupOf.forEach((name, node) => {
    const members = byName.get(name);
    if (members) members.push(node);
    else byName.set(name, [node]);
  });
  const groups = [...byName.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  groups.forEach((members, group) => {
    for (const member of members) groupOf[member] = group;
  });
  return groups;
}

function middlesOf(
  groups: readonly (readonly number[])[],
  groupOf: Int32Array,
  ends: readonly [number, number][],
  aspect: number,
): Position[] {
  const reachOf = (members: readonly unknown[]) => SPACING * 0.56 * Math.sqrt(members.length) + SPACING * 0.6;
  const large = Math.min(groups.length, GROUPS_BY_FORCES);
  const ties = new Set<number>();
  for (const [from, to] of ends) {
    const [a, b] = [groupOf[from] ?? 0, groupOf[to] ?? 0];
    if (a !== b && a < large && b < large) ties.add(Math.min(a, b) * large + Math.max(a, b));
  }
  const bodies = groups.slice(0, large).map((members, group) => ({
    id: String(group),
    radius: reachOf(members),
    caption: '',
  }));
  const pull = [...ties].map((tie) => ({
    source: String(Math.floor(tie / large)),
    target: String(tie % large),
  }));
  const starts = bodies.map((_, group) => ({
    x: 60 * Math.sqrt(group + 0.5) * Math.cos(group * TURN),
    y: 60 * Math.sqrt(group + 0.5) * Math.sin(group * TURN),
  }));
  const placed = runForces(bodies, pull, starts, () => {}, ITERATIONS);
  const middles = bodies.map(({ id }) => placed.get(id) ?? { x: 0, y: 0 });
  const rooms = bodies.map(({ radius }) => ({ halfWidth: radius, up: radius, down: radius }));
  const stretch = stretchFor(middles, rooms);
  for (const middle of middles) {
    middle.x *= stretch * Math.sqrt(aspect);
    middle.y *= stretch / Math.sqrt(aspect);
  }
  makeRoom(middles, rooms, []);
  const rim = Math.max(
    0,
    ...middles.map(
      ({ x, y }, group) => Math.hypot(x / Math.sqrt(aspect), y * Math.sqrt(aspect)) + (rooms[group]?.up ?? 0),
    ),
  );
  for (let group = large; group < groups.length; group++) {
    const distance = Math.sqrt(rim ** 2 + (group - large + 1) * SPACING ** 2 * 1.4);
    const angle = group * TURN;
    middles.push({
      x: distance * Math.cos(angle) * Math.sqrt(aspect),
      y: (distance * Math.sin(angle)) / Math.sqrt(aspect),
    });
  }
  return middles;
}

/** Brings the discs about as close as their areas allow. */
function stretchFor(middles: readonly Position[], rooms: readonly { up: number }[]): number {
  const area = rooms.reduce((sum, { up }) => sum + 4 * up * up, 0);
  const spread = Math.sqrt(
    middles.reduce((sum, { x, y }) => sum + x * x + y * y, 0) / Math.max(middles.length, 1),
  );
  return spread > 0 ? Math.sqrt(area / Math.PI) / (1.6 * spread) : 1;
}
