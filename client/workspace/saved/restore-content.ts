import type { Graph, GraphNode, Relationship } from '../../../server/contract/graph.ts';
import type { ViewData } from '../../../server/contract/saved-view.ts';
import { emptyContent, type Position, type WorkspaceContent } from '../workspace-content.ts';
import { CONTENT_FIELDS } from './content-fields.ts';

/** What a view speaks of and neither the database nor the view itself holds any more. */
export interface Missing {
  /** Names where they are known, else ids. */
  nodes: string[];
  relationshipCount: number;
}

export interface Restored {
  content: WorkspaceContent;
  missing: Missing;
}

/** The content of a saved view, from what was found again of its nodes and relationships. */
export function restoreContent(data: ViewData, found: Graph): Restored {
  const nodes = byId<GraphNode>([...found.nodes, ...data.own.nodes]);
  const relationships = byId<Relationship>([...found.relationships, ...data.own.relationships]);
  const content = emptyContent();
  const missing: Missing = { nodes: [], relationshipCount: 0 };
  data.nodes.forEach((id, index) => {
    const node = nodes.get(id);
    if (!node) {
      missing.nodes.push(data.captions[index] ?? id);
      return;
    }
    const place: Position = { x: data.places[2 * index] ?? 0, y: data.places[2 * index + 1] ?? 0 };
    content.nodes.set(id, node);
    content.positions.set(id, place);
  });
  for (const id of data.relationships) {
    const relationship = relationships.get(id);
    const isWhole =
      relationship && content.nodes.has(relationship.source) && content.nodes.has(relationship.target);
    if (isWhole) content.relationships.set(id, relationship);
    else missing.relationshipCount += 1;
  }
  const there = { has: (id: string) => content.nodes.has(id) || content.relationships.has(id) };
  for (const [name, field] of Object.entries(CONTENT_FIELDS)) {
    Object.assign(content, { [name]: field.restore(data, there) });
  }
  return { content, missing };
}

function byId<T extends { id: string }>(things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
