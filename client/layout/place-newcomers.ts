import { roomFor } from './label-room.ts';
import type { LayoutLink, LayoutNode, Position } from './layout-model.ts';
import { makeRoom } from './make-room.ts';

const DISTANCE = 105;
const TURN = 2.399963;

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

function neighboursOf(links: readonly LayoutLink[]): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const join = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.add(to);
    else neighbours.set(from, new Set([to]));
  };
  for (const { source, target } of links) {
    if (source === target) continue;
    join(source, target);
    join(target, source);
  }
  return neighbours;
}

/**
 * Places for nodes that join a drawn graph, near those they are linked to; what is placed already does not move.
 * One with several placed neighbours goes between them, those with one go into the widest gap around it, strangers
 * go below. Returns the newcomers' positions only. Nodes without a position are the newcomers.
 */
export function placeNewcomers(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  placed: ReadonlyMap<string, Position>,
): Map<string, Position> {
  const neighbours = neighboursOf(links);
  const positions = new Map([...placed].map(([id, { x, y }]) => [id, { x, y }]));
  const anchorsOf = (id: string) => [...(neighbours.get(id) ?? [])].filter((other) => positions.has(other));
  const waiting = new Set(nodes.map(({ id }) => id).filter((id) => !positions.has(id)));
  const newcomers = [...waiting];

  const settle = (id: string, position: Position) => {
    positions.set(id, position);
    waiting.delete(id);
  };
  for (let progress = true; progress && waiting.size > 0; ) {
    progress = false;
    const fans = new Map<string, string[]>();
    const between: { id: string; position: Position }[] = [];
    for (const id of waiting) {
      const anchors = anchorsOf(id);
      const only = anchors[0];
      if (only === undefined) continue;
      if (anchors.length === 1) {
        const fan = fans.get(only);
        if (fan) fan.push(id);
        else fans.set(only, [id]);
        continue;
      }
      const points = anchors.flatMap((anchor) => positions.get(anchor) ?? []);
      const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
      const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
      between.push({ id, position: { x: x + between.length * 0.01, y: y + 12 } });
    }
    for (const [anchor, members] of fans) {
      const at = positions.get(anchor) ?? { x: 0, y: 0 };
      const around = anchorsOf(anchor).flatMap((id) => positions.get(id) ?? []);
      const { middle, width } = widestGap(at, around);
      const arc = around.length === 0 ? width : Math.min(width * 0.8, 0.6 * members.length);
      members.forEach((id, index) => {
        const share =
          members.length === 1 ? 0 : index / (members.length - (around.length === 0 ? 0 : 1)) - 0.5;
        const ring = DISTANCE * (1 + (index % 2) * 0.45 * (members.length > 6 ? 1 : 0));
        const angle = middle + share * arc;
        settle(id, { x: at.x + ring * Math.cos(angle), y: at.y + ring * Math.sin(angle) });
        progress = true;
      });
    }
    for (const { id, position } of between) {
      settle(id, position);
      progress = true;
    }
    if (progress || waiting.size === 0) continue;
    const lowest = Math.min(0, ...[...positions.values()].map(({ y }) => y));
    [...waiting].slice(0, 1).forEach((id, index) => {
      settle(id, { x: DISTANCE * index * Math.cos(TURN), y: positions.size === 0 ? 0 : lowest - DISTANCE });
      progress = true;
    });
  }

  const known = new Map(nodes.map((node) => [node.id, node]));
  const all = [...positions.keys()];
  const list = all.map((id) => positions.get(id) ?? { x: 0, y: 0 });
  makeRoom(
    list,
    all.map((id) => roomFor(known.get(id) ?? { id, radius: 8, caption: '' })),
    all.map((id) => placed.has(id)),
  );
  return new Map(
    newcomers.flatMap((id) => (positions.has(id) ? [[id, positions.get(id) ?? { x: 0, y: 0 }]] : [])),
  );
}
