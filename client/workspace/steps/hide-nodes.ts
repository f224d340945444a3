import { documentsOf } from '../documents-of.ts';
import { passesFilter } from '../property-filter.ts';
import { propertyOf } from '../property-value.ts';
import type { Change } from './change.ts';

export function hideNodes(ids: Iterable<string>): Change {
  return (draft) => {
    for (const id of ids) if (draft.nodes.has(id)) draft.hiddenNodes.add(id);
  };
}

/** Hides every node but these, and gives these back where they were hidden, with all that ties them. */
export function isolateNodes(ids: Iterable<string>): Change {
  const kept = new Set(ids);
  return (draft) => {
    draft.hiddenRelationships.clear();
    for (const id of draft.nodes.keys()) {
      if (kept.has(id)) draft.hiddenNodes.delete(id);
      else draft.hiddenNodes.add(id);
    }
  };
}

/** Hides everything but these nodes and relationships, and gives these back where they were hidden. */
export function isolatePart(nodeIds: Iterable<string>, relationshipIds: Iterable<string>): Change {
  const keptNodes = isolateNodes(nodeIds);
  const kept = new Set(relationshipIds);
  return (draft) => {
    keptNodes(draft);
    for (const id of draft.relationships.keys()) {
      if (kept.has(id)) draft.hiddenRelationships.delete(id);
      else draft.hiddenRelationships.add(id);
    }
  };
}

export function hideRelationships(ids: Iterable<string>): Change {
  return (draft) => {
    for (const id of ids) if (draft.relationships.has(id)) draft.hiddenRelationships.add(id);
  };
}

/** Gives back relationships that were put aside. */
export function unhideRelationships(ids: Iterable<string>): Change {
  return (draft) => {
    for (const id of ids) draft.hiddenRelationships.delete(id);
  };
}

/** Shows one node whatever hides it. */
export function revealNode(id: string, label: string): Change {
  return (draft) => {
    draft.hiddenNodes.delete(id);
    draft.filters.labels.delete(label);
    draft.filters.unlinked = false;
    const node = draft.nodes.get(id);
    if (!node) return;
    for (const document of documentsOf(node)) draft.filters.documents.delete(document);
    const filters = draft.filters.properties.nodes;
    for (const [name, filter] of filters) {
      if (!passesFilter(filter, propertyOf(node, name))) filters.delete(name);
    }
  };
}
