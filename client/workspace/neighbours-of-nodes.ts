import { visibleGraph } from './visible-graph.ts';
import type { WorkspaceContent } from './workspace-content.ts';

/** Nodes that are drawn and linked, by a drawn relationship, with any of these; these themselves left out. */
export function neighboursOfNodes(content: WorkspaceContent, ids: Iterable<string>): Set<string> {
  const own = new Set(ids);
  const neighbours = new Set<string>();
  for (const { source, target } of visibleGraph(content).relationships) {
    if (own.has(source) && !own.has(target)) neighbours.add(target);
    if (own.has(target) && !own.has(source)) neighbours.add(source);
  }
  return neighbours;
}
