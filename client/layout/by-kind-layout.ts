import { type Block, type Cell, placeInRows } from './cells.ts';
import { degreesOf } from './degrees.ts';
import { roomIn } from './label-room.ts';
import { DEFAULT_ASPECT, type Layout, type Positions } from './layout-model.ts';

/** Layout units between two kinds. */
const GAP = 90;
/** Width over height of the block of one kind. */
const BLOCK_ASPECT = 1.4;

/** A block for each kind, the best connected first in it; the blocks in rows, the largest first. */
export const byKindLayout: Layout = {
  arrange({ nodes, links, aspect = DEFAULT_ASPECT }) {
    const roomOf = roomIn(nodes.length);
    const degrees = degreesOf(links);
    const kinds = new Map<string, Cell[]>();
    for (const node of nodes) {
      const cell = { id: node.id, room: roomOf(node), rank: -(degrees.get(node.id) ?? 0) };
      const kind = node.kind ?? '';
      const cells = kinds.get(kind);
      if (cells) cells.push(cell);
      else kinds.set(kind, [cell]);
    }
    const blocks = [...kinds]
      .sort(([one, first], [other, second]) => second.length - first.length || (one < other ? -1 : 1))
      .map(([, cells]) => placeInRows(cells, BLOCK_ASPECT));
    return shelve(blocks, aspect);
  },
};

/** Puts blocks in rows, each beginning where the one before would grow too wide; the middle of all at the origin. */
function shelve(blocks: readonly Block[], aspect: number): Positions {
  const area = blocks.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const widest = Math.max(Math.sqrt(area * aspect), ...blocks.map(({ width }) => width));
  const shelves: { blocks: Block[]; width: number; height: number }[] = [];
  for (const block of blocks) {
    const shelf = shelves.at(-1);
    if (shelf && shelf.width + GAP + block.width <= widest) {
      shelf.blocks.push(block);
      shelf.width += GAP + block.width;
      shelf.height = Math.max(shelf.height, block.height);
    } else shelves.push({ blocks: [block], width: block.width, height: block.height });
  }
  const positions: Positions = new Map();
  let top = (shelves.reduce((sum, { height }) => sum + height, 0) + GAP * (shelves.length - 1)) / 2;
  for (const shelf of shelves) {
    let left = -shelf.width / 2;
    for (const block of shelf.blocks) {
      for (const [id, { x, y }] of block.positions) {
        positions.set(id, { x: x + left + block.width / 2, y: y + top - block.height / 2 });
      }
      left += block.width + GAP;
    }
    top -= shelf.height + GAP;
  }
  return positions;
}
