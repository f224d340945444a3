import type { Position } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Puts nodes where the user dropped them, and keeps them there. */
export function moveNodes(positions: ReadonlyMap<string, Position>): Change {
  return (draft) => {
    for (const [id, { x, y }] of positions) {
      if (!draft.nodes.has(id)) continue;
      draft.positions.set(id, { x, y });
      draft.pinned.add(id);
    }
  };
}

/** Keeps nodes where they are, whatever a layout does. */
export function pinNodes(ids: Iterable<string>): Change {
  return (draft) => {
    for (const id of ids) if (draft.nodes.has(id)) draft.pinned.add(id);
  };
}

/** Lets a layout move the nodes again. */
export function unpinNodes(ids: Iterable<string>): Change {
  return (draft) => {
    for (const id of ids) draft.pinned.delete(id);
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
