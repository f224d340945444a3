import type { Change } from './change.ts';

export function hideNodes(ids: Iterable<string>): Change {
  return (draft) => {
    for (const id of ids) if (draft.nodes.has(id)) draft.hiddenNodes.add(id);
  };
}

/** Hides every node but these, and gives these back where they were hidden. */
export function isolateNodes(ids: Iterable<string>): Change {
  const kept = new Set(ids);
  return (draft) => {
    for (const id of draft.nodes.keys()) {
      if (kept.has(id)) draft.hiddenNodes.delete(id);
      else draft.hiddenNodes.add(id);
    }
  };
}

/** Shows one node whatever hides it. */
export function revealNode(id: string, label: string): Change {
  return (draft) => {
    draft.hiddenNodes.delete(id);
    draft.filters.labels.delete(label);
  };
}
