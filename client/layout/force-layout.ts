import { componentsOf } from './components.ts';
import { judgeLayout } from './judge-layout.ts';
import { keepsNames, type Room, roomIn } from './label-room.ts';
import {
  DEFAULT_ASPECT,
  GOLDEN_ANGLE,
  type Layout,
  type LayoutLink,
  type LayoutNode,
  type Position,
  type ReportShare,
} from './layout-model.ts';
import { makeRoom } from './make-room.ts';
import { type Island, packIslands } from './pack-islands.ts';
import { createRandom } from './random.ts';
import { runForces } from './run-forces.ts';
import { spread } from './spread.ts';

/** Square units for a node and its name. */
const AREA_PER_NAME = 14_500;
const FILL_ROUNDS = 5;
/** How far each round goes towards equal distances between neighbours along an axis, 0 to 1. */
const EVENNESS = 0.08;
/** Graphs of up to so many nodes are laid out several times. */
const TRIED_AT_MOST = 200;
const ATTEMPTS = 8;
/** Mean length of a link in layout units, in a small graph and, at least, in a large one. */
const LINK_LENGTH = 118;
const LINK_LENGTH_LARGE = 62;
/** Square units for a node of a large graph, names left out. */
const AREA_PER_DISC = 2200;

/** Golden-angle disc: even, deterministic, and no two in the same place. */
function startDisc(count: number, random: () => number): Position[] {
  const turn = random() * 2 * Math.PI;
  return Array.from({ length: count }, (_, index) => {
    const radius = 10 * Math.sqrt(index + 0.5);
    const angle = index * GOLDEN_ANGLE + turn;
    return { x: radius * Math.cos(angle) + random() * 0.5, y: radius * Math.sin(angle) + random() * 0.5 };
  });
}

/** Turns the cloud so that its long axis lies flat, then widens or narrows it towards the aspect. */
function fillLandscape(positions: Position[], aspect: number): void {
  const count = positions.length;
  const meanX = positions.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = positions.reduce((sum, { y }) => sum + y, 0) / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const position of positions) {
    position.x -= meanX;
    position.y -= meanY;
    xx += position.x * position.x;
    yy += position.y * position.y;
    xy += position.x * position.y;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy) + (aspect < 1 ? Math.PI / 2 : 0);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let spreadX = 1e-9;
  let spreadY = 1e-9;
  for (const position of positions) {
    const { x, y } = position;
    position.x = x * cos - y * sin;
    position.y = x * sin + y * cos;
    spreadX += position.x ** 2;
    spreadY += position.y ** 2;
  }
  const stretch = Math.min(1.6, Math.max(0.62, Math.sqrt(aspect / Math.sqrt(spreadX / spreadY))));
  for (const position of positions) {
    position.x *= stretch;
    position.y /= stretch;
  }
}

function meanLength(positions: ReadonlyMap<string, Position>, links: readonly LayoutLink[]): number {
  let total = 0;
  let count = 0;
  for (const { source, target } of links) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (!from || !to || source === target) continue;
    total += Math.hypot(from.x - to.x, from.y - to.y);
    count++;
  }
  return count === 0 ? 0 : total / count;
}

/** The factor that gives each of many nodes its share of area; twice the standard deviation counts as the reach. */
function areaFactor(positions: readonly Position[]): number {
  const spreadX = Math.sqrt(positions.reduce((sum, { x }) => sum + x * x, 0) / positions.length);
  const spreadY = Math.sqrt(positions.reduce((sum, { y }) => sum + y * y, 0) / positions.length);
  return Math.sqrt((positions.length * AREA_PER_DISC) / Math.max(16 * spreadX * spreadY, 1e-9));
}

function layOutIsland(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  aspect: number,
  random: () => number,
  named: boolean,
  report: ReportShare,
): Map<string, Position> {
  const positions = runForces(nodes, links, startDisc(nodes.length, random), report);
  if (nodes.length > 2) fillLandscape([...positions.values()], aspect);
  const length = meanLength(positions, links);
  let factor = length > 0 ? (named ? LINK_LENGTH : LINK_LENGTH_LARGE) / length : 1;
  if (!named && nodes.length > 2) factor = Math.max(factor, areaFactor([...positions.values()]));
  for (const position of positions.values()) {
    position.x *= factor;
    position.y *= factor;
  }
  return positions;
}

/**
 * Squeezes the whole picture into as much room as its names need and pushes names apart again, a few times over:
 * crowded middles spread, long tails come in, and the room is filled from side to side.
 */
function fillRoom(islands: readonly Island[], aspect: number): void {
  const positions = islands.flatMap((island) => island.positions);
  const rooms = islands.flatMap((island) => island.rooms);
  if (positions.length < 3) return;
  const width = Math.sqrt(positions.length * AREA_PER_NAME * aspect);
  for (let round = 0; round < FILL_ROUNDS; round++) {
    spread(positions, 'x', width, EVENNESS);
    spread(positions, 'y', width / aspect, EVENNESS);
    makeRoom(positions, rooms, []);
  }
}

interface Plan {
  groups: { members: LayoutNode[]; links: LayoutLink[] }[];
  roomOf: (node: LayoutNode) => Room;
  named: boolean;
  aspect: number;
}

function planOf(nodes: readonly LayoutNode[], links: readonly LayoutLink[], aspect: number): Plan {
  const named = keepsNames(nodes.length);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = componentsOf([...byId.keys()], links).map((ids) => ({
    members: ids.flatMap((id) => byId.get(id) ?? []),
    links: [] as LayoutLink[],
  }));
  const groupOf = new Map(groups.flatMap((group) => group.members.map(({ id }) => [id, group] as const)));
  for (const link of links) if (groupOf.has(link.target)) groupOf.get(link.source)?.links.push(link);
  return { groups, named, aspect, roomOf: roomIn(nodes.length) };
}

function layOutOnce(
  { groups, roomOf, named, aspect }: Plan,
  seed: number,
  report: ReportShare,
): Map<string, Position> {
  const random = createRandom(seed);
  const positions = new Map<string, Position>();
  const total = groups.reduce((sum, { members }) => sum + members.length, 0);
  let done = 0;
  const islands = groups.map(({ members, links }) => {
    const placed = layOutIsland(members, links, aspect, random, named, (share) => {
      report((done + share * members.length) / total);
    });
    done += members.length;
    const list = members.map(({ id }) => placed.get(id) ?? { x: 0, y: 0 });
    const rooms = members.map(roomOf);
    makeRoom(list, rooms, []);
    members.forEach(({ id }, index) => {
      positions.set(id, list[index] ?? { x: 0, y: 0 });
    });
    return { positions: list, rooms };
  });
  packIslands(islands, aspect);
  if (named) fillRoom(islands, aspect);
  return positions;
}

function layOutBest(
  plan: Plan,
  links: readonly LayoutLink[],
  seed: number,
  attempts: number,
  report: ReportShare,
): Map<string, Position> {
  let best = layOutOnce(plan, seed, (share) => report(share / attempts));
  let least = attempts > 1 ? judgeLayout(best, links) : 0;
  for (let attempt = 1; attempt < attempts; attempt++) {
    const positions = layOutOnce(plan, seed + attempt, (share) => report((attempt + share) / attempts));
    const hardness = judgeLayout(positions, links);
    if (hardness >= least) continue;
    best = positions;
    least = hardness;
  }
  return best;
}

/**
 * Fills a landscape: forces island by island, then room for every name, then the islands packed side by side. A small
 * graph is laid out several times and the easiest to read is kept.
 */
export const forceLayout: Layout = {
  arrange({ nodes, links, aspect = DEFAULT_ASPECT, seed = 7 }, report) {
    const plan = planOf(nodes, links, aspect);
    const small = nodes.length <= TRIED_AT_MOST && links.length <= 4 * TRIED_AT_MOST;
    return layOutBest(plan, links, seed, small ? ATTEMPTS : 1, report);
  },
};
