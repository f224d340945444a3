import { componentsOf } from './components.ts';
import { type Room, roomFor } from './label-room.ts';
import type { LayoutLink, LayoutNode, LayoutRequest, Position, Positions } from './layout-model.ts';
import { makeRoom } from './make-room.ts';
import { type Island, packIslands } from './pack-islands.ts';
import { createRandom } from './random.ts';
import { runForces } from './run-forces.ts';

/** Above this many nodes names cannot all be written, so only the discs are kept apart. */
const NAMED_AT_MOST = 600;
const DEFAULT_ASPECT = 1.6;
/** Mean length of a link in layout units, in a small graph and in a large one. */
const LINK_LENGTH = 118;
const LINK_LENGTH_LARGE = 62;

/** Golden-angle disc: even, deterministic, and no two in the same place. */
function startDisc(count: number, random: () => number): Position[] {
  const turn = random() * 2 * Math.PI;
  return Array.from({ length: count }, (_, index) => {
    const radius = 10 * Math.sqrt(index + 0.5);
    const angle = index * 2.399963 + turn;
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

function scaleLinks(
  positions: ReadonlyMap<string, Position>,
  links: readonly LayoutLink[],
  wanted: number,
): void {
  let total = 0;
  let count = 0;
  for (const { source, target } of links) {
    const from = positions.get(source);
    const to = positions.get(target);
    if (!from || !to || source === target) continue;
    total += Math.hypot(from.x - to.x, from.y - to.y);
    count++;
  }
  if (count === 0 || total === 0) return;
  const factor = (wanted * count) / total;
  for (const position of positions.values()) {
    position.x *= factor;
    position.y *= factor;
  }
}

function layOutIsland(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  aspect: number,
  random: () => number,
  linkLength: number,
): Map<string, Position> {
  const positions = runForces(nodes, links, startDisc(nodes.length, random));
  if (nodes.length > 2) fillLandscape([...positions.values()], aspect);
  scaleLinks(positions, links, linkLength);
  return positions;
}

function islandOf(positions: Position[], rooms: readonly Room[]): Island {
  const island: Island = { positions, left: 0, right: 0, low: 0, high: 0 };
  positions.forEach(({ x, y }, index) => {
    const { halfWidth, up, down } = rooms[index] ?? { halfWidth: 0, up: 0, down: 0 };
    island.left = Math.min(island.left, x - halfWidth);
    island.right = Math.max(island.right, x + halfWidth);
    island.low = Math.min(island.low, y - down);
    island.high = Math.max(island.high, y + up);
  });
  return island;
}

/** Moves everything so that the fixed nodes' middle is where it was asked to be, then puts them in their places. */
function honourFixed(positions: Map<string, Position>, fixed: Positions): void {
  const held = Object.entries(fixed).filter(([id]) => positions.has(id));
  if (held.length === 0) return;
  let dx = 0;
  let dy = 0;
  for (const [id, wanted] of held) {
    const now = positions.get(id) ?? wanted;
    dx += (wanted.x - now.x) / held.length;
    dy += (wanted.y - now.y) / held.length;
  }
  for (const position of positions.values()) {
    position.x += dx;
    position.y += dy;
  }
  for (const [id, wanted] of held) positions.set(id, { ...wanted });
}

/**
 * Positions for a graph, filling a landscape: forces island by island, then room for every name, then the islands
 * packed side by side. Pure: the same request gives the same positions.
 */
export function layOutByForce({
  nodes,
  links,
  fixed = {},
  aspect = DEFAULT_ASPECT,
  seed = 7,
}: LayoutRequest): Positions {
  const random = createRandom(seed);
  const named = nodes.length <= NAMED_AT_MOST;
  const linkLength = named ? LINK_LENGTH : LINK_LENGTH_LARGE;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = componentsOf([...byId.keys()], links);
  const groupOf = new Map(groups.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
  const linksOf: LayoutLink[][] = groups.map(() => []);
  for (const link of links) {
    const group = groupOf.get(link.source);
    if (group !== undefined && group === groupOf.get(link.target)) linksOf[group]?.push(link);
  }

  const positions = new Map<string, Position>();
  const islands = groups.map((ids, index) => {
    const members = ids.flatMap((id) => byId.get(id) ?? []);
    const rooms = members.map((node) => roomFor(named ? node : { ...node, caption: '' }));
    const placed = layOutIsland(members, linksOf[index] ?? [], aspect, random, linkLength);
    const list = members.map(({ id }) => placed.get(id) ?? { x: 0, y: 0 });
    makeRoom(list, rooms, []);
    members.forEach(({ id }, member) => {
      positions.set(id, list[member] ?? { x: 0, y: 0 });
    });
    return islandOf(list, rooms);
  });
  packIslands(islands, aspect);

  honourFixed(positions, fixed);
  if (Object.keys(fixed).length > 0) {
    const all = [...positions.keys()];
    const rooms = all.flatMap((id) => roomFor(byId.get(id) ?? { id, radius: 0, caption: '' }));
    makeRoom(
      [...positions.values()],
      rooms,
      all.map((id) => Object.hasOwn(fixed, id)),
    );
  }
  return Object.fromEntries(
    [...positions].map(([id, { x, y }]) => [id, { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }]),
  );
}
