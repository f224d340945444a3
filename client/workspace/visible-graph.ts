import type { GraphNode, Relationship } from '../../server/contract/graph.ts';
import { documentsOf } from './documents-of.ts';
import { kindOfNode, statusOf } from './kind-of-node.ts';
import { passesFilter } from './property-filter.ts';
import { propertyOf } from './property-value.ts';
import type { PropertyOwner, WorkspaceContent } from './workspace-content.ts';

export interface VisibleGraph {
  nodes: readonly GraphNode[];
  relationships: readonly Relationship[];
  /** Gathered, but not drawn. */
  hiddenNodeCount: number;
  hiddenRelationshipCount: number;
  /** Nodes that the filters left without any of their links, whether they are drawn or not. */
  unlinkedNodeCount: number;
}

const known = new WeakMap<WorkspaceContent, VisibleGraph>();
let last: { content: WorkspaceContent; visible: VisibleGraph } | null = null;

/** All that decides what is drawn; where nodes stand does not. */
const DECIDING = ['nodes', 'relationships', 'hiddenNodes', 'hiddenRelationships', 'filters', 'path'] as const;

/**
 * What of the workspace is drawn. The path on show is drawn whatever the filters say. The answer is the same object for
 * as long as nothing comes, goes or is filtered.
 */
export function visibleGraph(content: WorkspaceContent): VisibleGraph {
  const before = known.get(content);
  if (before) return before;
  const same = last !== null && DECIDING.every((part) => last?.content[part] === content[part]);
  const visible = same && last ? last.visible : findVisible(content);
  known.set(content, visible);
  last = { content, visible };
  return visible;
}

function findVisible(content: WorkspaceContent): VisibleGraph {
  const onPath = new Set([...(content.path?.nodeIds ?? []), ...(content.path?.relationshipIds ?? [])]);
  const nodes: GraphNode[] = [];
  const drawn = new Set<string>();
  for (const node of content.nodes.values()) {
    if (!onPath.has(node.id) && isNodeHidden(content, node)) continue;
    nodes.push(node);
    drawn.add(node.id);
  }
  const relationships: Relationship[] = [];
  for (const relationship of content.relationships.values()) {
    if (!drawn.has(relationship.source) || !drawn.has(relationship.target)) continue;
    if (onPath.has(relationship.id) || !isFilteredOut(content, relationship))
      relationships.push(relationship);
  }
  const unlinked = nodesWithoutLink(content, relationships);
  const isLost = ({ id }: GraphNode) => unlinked.has(id) && !onPath.has(id);
  const shown = content.filters.unlinked ? nodes.filter((node) => !isLost(node)) : nodes;
  return {
    nodes: shown,
    relationships,
    hiddenNodeCount: content.nodes.size - shown.length,
    hiddenRelationshipCount: content.relationships.size - relationships.length,
    unlinkedNodeCount: nodes.filter(isLost).length,
  };
}

/** Ends of gathered relationships, none of which is drawn. One that was put aside by hand is nobody's loss. */
function nodesWithoutLink(
  { relationships, hiddenNodes, hiddenRelationships }: WorkspaceContent,
  drawn: readonly Relationship[],
): Set<string> {
  const lost = new Set<string>();
  if (relationships.size === drawn.length) return lost;
  for (const { id, source, target } of relationships.values()) {
    if (hiddenRelationships.has(id) || hiddenNodes.has(source) || hiddenNodes.has(target)) continue;
    lost.add(source);
    lost.add(target);
  }
  for (const { source, target } of drawn) {
    lost.delete(source);
    lost.delete(target);
  }
  return lost;
}

export function isNodeVisible(content: WorkspaceContent, id: string): boolean {
  const node = content.nodes.get(id);
  if (!node) return false;
  if (content.path?.nodeIds.includes(id)) return true;
  if (isNodeHidden(content, node)) return false;
  return !content.filters.unlinked || visibleGraph(content).nodes.includes(node);
}

function isNodeHidden(content: WorkspaceContent, node: GraphNode): boolean {
  return (
    content.hiddenNodes.has(node.id) ||
    content.filters.labels.has(kindOfNode(node)) ||
    isOnlyInHiddenDocuments(content, node) ||
    isOutsideProperties(content, 'nodes', node)
  );
}

function isFilteredOut(content: WorkspaceContent, relationship: Relationship): boolean {
  const status = statusOf(relationship);
  return (
    content.hiddenRelationships.has(relationship.id) ||
    content.filters.types.has(relationship.type) ||
    (status !== null && content.filters.statuses.has(status)) ||
    isOnlyInHiddenDocuments(content, relationship) ||
    isOutsideProperties(content, 'relationships', relationship)
  );
}

/** What a shown document says too stays; what no document says is hidden by none. */
function isOnlyInHiddenDocuments(
  { filters }: WorkspaceContent,
  thing: Pick<GraphNode | Relationship, 'properties'>,
): boolean {
  if (filters.documents.size === 0) return false;
  const documents = documentsOf(thing);
  return documents.length > 0 && documents.every((id) => filters.documents.has(id));
}

function isOutsideProperties(
  { filters }: WorkspaceContent,
  owner: PropertyOwner,
  thing: Pick<GraphNode | Relationship, 'properties'>,
): boolean {
  for (const [name, filter] of filters.properties[owner]) {
    if (!passesFilter(filter, propertyOf(thing, name))) return true;
  }
  return false;
}
