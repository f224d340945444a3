import { documentsOf } from './documents-of.ts';
import { kindOfNode, statusOf } from './kind-of-node.ts';
import type { FilterKind, WorkspaceContent } from './workspace-content.ts';

export interface NamedCount {
  name: string;
  count: number;
}

/** How many of each kind, type, status and document are gathered, hidden ones too; the most frequent first. */
export function countContent(content: Pick<WorkspaceContent, 'nodes' | 'relationships'>) {
  const labels = new Map<string, number>();
  const types = new Map<string, number>();
  const statuses = new Map<string, number>();
  const documents = new Map<string, number>();
  for (const node of content.nodes.values()) {
    addOne(labels, kindOfNode(node));
    for (const id of documentsOf(node)) addOne(documents, id);
  }
  for (const relationship of content.relationships.values()) {
    addOne(types, relationship.type);
    const status = statusOf(relationship);
    if (status !== null) addOne(statuses, status);
    for (const id of documentsOf(relationship)) addOne(documents, id);
  }
  return {
    labels: sorted(labels),
    types: sorted(types),
    statuses: sorted(statuses),
    documents: sorted(documents),
  } satisfies Record<FilterKind, NamedCount[]>;
}

const known = new WeakMap<WorkspaceContent['relationships'], ReadonlyMap<string, number>>();

/** Relationships at each node, both directions, among all that is gathered. Counted once for the same map. */
export function countDegrees(relationships: WorkspaceContent['relationships']): ReadonlyMap<string, number> {
  const before = known.get(relationships);
  if (before) return before;
  const degrees = new Map<string, number>();
  for (const { source, target } of relationships.values()) {
    addOne(degrees, source);
    if (target !== source) addOne(degrees, target);
  }
  known.set(relationships, degrees);
  return degrees;
}

function addOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sorted(counts: Map<string, number>): NamedCount[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
