import type { Position } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Puts a node where the user dropped it, and keeps it there. */
export function moveNode(id: string, position: Position): Change {
  return (draft) => {
    if (!draft.nodes.has(id)) return;
    draft.positions.set(id, { x: position.x, y: position.y });
    draft.pinned.add(id);
  };
}

/** Lets a layout move the node again. */
export function unpinNode(id: string): Change {
  return (draft) => {
    draft.pinned.delete(id);
  };
}

/** Takes over the positions of a layout. */
export function placeNodes(positions: ReadonlyMap<string, Position>): Change {
  return (draft) => {
    for (const [id, position] of positions) {
      if (draft.nodes.has(id)) draft.positions.set(id, { x: position.x, y: position.y });
    }
  };
}
