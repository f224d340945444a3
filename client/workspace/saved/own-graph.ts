import type { Graph } from '../../../server/contract/graph.ts';
import type { WorkspaceContent } from '../workspace-content.ts';

/** What of the content no database holds, so that a saved view has to carry it in full. */
export function ownGraphOf({ nodes, relationships, own }: WorkspaceContent): Graph {
  return {
    nodes: [...own.nodes].flatMap((id) => nodes.get(id) ?? []),
    relationships: [...own.relationships].flatMap((id) => relationships.get(id) ?? []),
  };
}
