import { neighboursIn } from './degrees.ts';
import type { Room } from './label-room.ts';
import type { LayoutLink, LayoutNode, Positions } from './layout-model.ts';

/** Times that the order within the layers is improved, downwards and upwards in turn. */
const SWEEPS = 8;
const LAYER_GAP = 60;
const ROW_GAP = 6;

/**
 * Places for nodes whose layers are known. Within a layer each goes where the middle of its neighbours is (the barycentre
 * of Sugiyama et al. 1981); a layer wider than the picture is broken into rows.
 */
export function placeLayers(
  layers: ReadonlyMap<string, number>,
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  roomOf: (node: LayoutNode) => Room,
  aspect: number,
): Positions {
  const rooms = new Map(nodes.map((node) => [node.id, roomOf(node)]));
  const rows = orderLayers(layers, nodes, links);
  const widest = widthFor([...rooms.values()], aspect);
  const positions: Positions = new Map();
  let top = 0;
  for (const layer of rows) {
    for (const row of breakRow(layer, rooms, widest)) {
      let width = 0;
      let up = 0;
      let down = 0;
      for (const id of row) {
        const room = rooms.get(id);
        width += 2 * (room?.halfWidth ?? 0);
        up = Math.max(up, room?.up ?? 0);
        down = Math.max(down, room?.down ?? 0);
      }
      let left = -width / 2;
      for (const id of row) {
        const halfWidth = rooms.get(id)?.halfWidth ?? 0;
        positions.set(id, { x: left + halfWidth, y: top - up });
        left += 2 * halfWidth;
      }
      top -= up + down + ROW_GAP;
    }
    top -= LAYER_GAP;
  }
  return positions;
}

function orderLayers(
  layers: ReadonlyMap<string, number>,
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
): string[][] {
  const neighbours = neighboursIn(links);
  const rows: string[][] = [];
  for (const { id } of nodes) {
    const layer = layers.get(id) ?? 0;
    let row = rows[layer];
    if (!row) {
      row = [];
      rows[layer] = row;
    }
    row.push(id);
  }
  const filled = rows.filter((row) => row !== undefined && row.length > 0);
  /** Where each is in its layer, 0 to 1, so that layers of different length compare. */
  const shares = new Map<string, number>();
  const note = (row: readonly string[]) => {
    row.forEach((id, index) => {
      shares.set(id, (index + 0.5) / row.length);
    });
  };
  for (const row of filled) note(row);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? filled : filled.toReversed()) {
      const wanted = new Map(
        row.map((id) => [id, meanOf(neighbours.get(id) ?? [], shares) ?? shares.get(id) ?? 0]),
      );
      row.sort((one, other) => (wanted.get(one) ?? 0) - (wanted.get(other) ?? 0) || (one < other ? -1 : 1));
      note(row);
    }
  }
  return filled;
}

function meanOf(ids: Iterable<string>, shares: ReadonlyMap<string, number>): number | undefined {
  let sum = 0;
  let count = 0;
  for (const id of ids) {
    sum += shares.get(id) ?? 0;
    count++;
  }
  return count === 0 ? undefined : sum / count;
}

function widthFor(rooms: readonly Room[], aspect: number): number {
  const area = rooms.reduce((sum, { halfWidth, up, down }) => sum + 2 * halfWidth * (up + down), 0);
  return Math.sqrt(area * aspect) * 1.2;
}

/** Rows of about equal length, each no wider than `widest`. */
function breakRow(layer: readonly string[], rooms: ReadonlyMap<string, Room>, widest: number): string[][] {
  const widthOf = (id: string) => 2 * (rooms.get(id)?.halfWidth ?? 0);
  const width = layer.reduce((sum, id) => sum + widthOf(id), 0);
  const count = Math.max(1, Math.ceil(width / widest));
  if (count === 1) return [[...layer]];
  // Those side by side in the order lie one above the other, so that each stays near its middle.
  const rows: string[][] = Array.from({ length: count }, () => []);
  layer.forEach((id, index) => {
    rows[index % count]?.push(id);
  });
  return rows;
}
