import type { Graph } from '../../../server/contract/graph.ts';
import type { WorkspaceContent } from '../workspace-content.ts';

/** What of the content no database holds, so that a saved view has to carry it in full. */
export function ownGraphOf(_content: WorkspaceContent): Graph {
  return { nodes: [], relationships: [] };
}
