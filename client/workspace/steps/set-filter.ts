import type { FilterKind } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Hides or shows everything of one kind, type, status or document. */
export function setFilter(kind: FilterKind, name: string, hidden: boolean): Change {
  return (draft) => {
    if (hidden) draft.filters[kind].add(name);
    else draft.filters[kind].delete(name);
  };
}

/** Hides or shows the nodes that have no link left. */
export function setUnlinkedHidden(hidden: boolean): Change {
  return (draft) => {
    draft.filters.unlinked = hidden;
  };
}

/** Shows all that is gathered: no filter, nothing put aside. */
export function showEverything(): Change {
  return (draft) => {
    draft.hiddenNodes.clear();
    draft.hiddenRelationships.clear();
    draft.filters.labels.clear();
    draft.filters.types.clear();
    draft.filters.statuses.clear();
    draft.filters.documents.clear();
    draft.filters.properties.nodes.clear();
    draft.filters.properties.relationships.clear();
    draft.filters.unlinked = false;
  };
}
