import type { Change } from './change.ts';

/** Takes everything off the canvas; the filters and the looks stay. */
export function clearContent(): Change {
  return (draft) => {
    draft.nodes.clear();
    draft.relationships.clear();
    draft.own.nodes.clear();
    draft.own.relationships.clear();
    draft.positions.clear();
    draft.pinned.clear();
    draft.broughtBy.clear();
    draft.hiddenNodes.clear();
    draft.hiddenRelationships.clear();
    draft.path = null;
  };
}
