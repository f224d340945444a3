import { type Cell, placeInRows } from './cells.ts';
import { roomIn } from './label-room.ts';
import { DEFAULT_ASPECT, type Layout } from './layout-model.ts';

/** Rows and columns, in the order of the names, as a list is read. */
export const gridLayout: Layout = {
  arrange({ nodes, aspect = DEFAULT_ASPECT }) {
    const roomOf = roomIn(nodes.length);
    const cells = nodes.map((node): Cell => ({ id: node.id, room: roomOf(node), rank: node.caption }));
    return placeInRows(cells, aspect).positions;
  },
};
