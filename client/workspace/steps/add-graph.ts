import { castDraft } from 'immer';
import type { Graph } from '../../../server/contract/graph.ts';
import type { Position } from '../workspace-content.ts';
import type { Change } from './change.ts';

const ORIGIN: Position = { x: 0, y: 0 };

/**
 * Adds what is new of a graph. What was there keeps its place; a given node that was put aside comes back.
 * Relationships with an end that is in neither graph are left out.
 */
export function addGraph(graph: Graph, positions: ReadonlyMap<string, Position>): Change {
  return (draft) => {
    for (const node of graph.nodes) {
      draft.hiddenNodes.delete(node.id);
      if (!draft.nodes.has(node.id)) draft.nodes.set(node.id, castDraft(node));
      if (!draft.positions.has(node.id)) draft.positions.set(node.id, positions.get(node.id) ?? ORIGIN);
    }
    for (const relationship of graph.relationships) {
      if (draft.relationships.has(relationship.id)) continue;
      if (!draft.nodes.has(relationship.source) || !draft.nodes.has(relationship.target)) continue;
      draft.relationships.set(relationship.id, castDraft(relationship));
    }
  };
}

/** Adds a graph of which no database knows what `isKnown` does not: that is only here. */
export function addOwnGraph(
  graph: Graph,
  positions: ReadonlyMap<string, Position>,
  isKnown: { node(id: string): boolean; relationship(id: string): boolean },
): Change {
  return (draft) => {
    const before = { nodes: new Set(draft.nodes.keys()), relationships: new Set(draft.relationships.keys()) };
    addGraph(graph, positions)(draft);
    for (const { id } of graph.nodes) {
      if (!before.nodes.has(id) && !isKnown.node(id)) draft.own.nodes.add(id);
    }
    for (const { id } of graph.relationships) {
      const isNew = !before.relationships.has(id) && draft.relationships.has(id);
      if (isNew && !isKnown.relationship(id)) draft.own.relationships.add(id);
    }
  };
}
