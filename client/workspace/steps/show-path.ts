import type { PathOnShow } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Lights one path; its nodes and relationships must have been added, and come back where they were hidden. */
export function showPath(path: PathOnShow): Change {
  return (draft) => {
    for (const id of path.nodeIds) draft.hiddenNodes.delete(id);
    draft.path = { ...path, nodeIds: [...path.nodeIds], relationshipIds: [...path.relationshipIds] };
  };
}

export function putPathAway(): Change {
  return (draft) => {
    draft.path = null;
  };
}
