import { groupByNeighbours } from './group-by-neighbours.ts';
import {
  DEFAULT_ASPECT,
  GOLDEN_ANGLE,
  type LayoutRequest,
  type Position,
  type Positions,
} from './layout-model.ts';
import { placeDiscs } from './place-discs.ts';

/** Distance between the nodes of a group, about as in a large layout by forces. */
const SPACING = 27;
/** Groups beyond so many are small; they go around the others in the order they come. */
const GROUPS_BY_TIES = 400;
/** Above so many nodes the wait for a layout is long enough for passable places to be worth their time. */
const QUICK_FROM = 700;

/** Whether a graph is worth quick places, to be looked at and used until it is laid out. */
export function wantsQuickPlaces(nodeCount: number): boolean {
  return nodeCount > QUICK_FROM;
}

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
      const angle = rank * GOLDEN_ANGLE + group;
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
  const large = Math.min(groups.length, GROUPS_BY_TIES);
  const ties = new Set<number>();
  for (const [from, to] of ends) {
    const [a, b] = [groupOf[from] ?? 0, groupOf[to] ?? 0];
    if (a !== b && a < large && b < large) ties.add(Math.min(a, b) * large + Math.max(a, b));
  }
  const radii = groups.slice(0, large).map(reachOf);
  const pairs = [...ties].map((tie): [number, number] => [Math.floor(tie / large), tie % large]);
  const middles = placeDiscs(radii, pairs, aspect);
  const rim = Math.max(
    0,
    ...middles.map(
      ({ x, y }, group) => Math.hypot(x / Math.sqrt(aspect), y * Math.sqrt(aspect)) + (radii[group] ?? 0),
    ),
  );
  for (let group = large; group < groups.length; group++) {
    const distance = Math.sqrt(rim ** 2 + (group - large + 1) * SPACING ** 2 * 1.4);
    const angle = group * GOLDEN_ANGLE;
    middles.push({
      x: distance * Math.cos(angle) * Math.sqrt(aspect),
      y: (distance * Math.sin(angle)) / Math.sqrt(aspect),
    });
  }
  return middles;
}
