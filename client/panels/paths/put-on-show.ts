import type { Graph } from '../../../server/contract/graph.ts';
import type { Path } from '../../../server/contract/paths.ts';
import { showPath } from '../../workspace/steps/show-path.ts';
import { workspace } from '../../workspace/workspace.ts';
import { bringIn } from '../acts/bring-in.ts';
import { stage } from '../canvas/stage-handle.ts';
import { text } from '../text.ts';

/** Lights a path as one step, adding what of it is not on the canvas; the camera moves only to what it cannot see. */
export async function putOnShow(path: Path, graph: Graph, signal?: AbortSignal): Promise<void> {
  const onPath = new Set(path.nodeIds);
  const parallels = new Set(
    path.hops.flatMap((hop) => hop.relationships.map((relationship) => relationship.id)),
  );
  const part = {
    nodes: graph.nodes.filter((node) => onPath.has(node.id)),
    relationships: graph.relationships.filter((relationship) => parallels.has(relationship.id)),
  };
  const captions = new Map(part.nodes.map((node) => [node.id, node.caption]));
  const captionOf = (id: string | undefined) => (id === undefined ? '' : (captions.get(id) ?? id));
  const { nodeIds, relationshipIds } = path;
  await bringIn(text.steps.path(captionOf(nodeIds[0]), captionOf(nodeIds.at(-1))), part, {
    after: showPath({ nodeIds, relationshipIds }),
    ...(signal ? { signal } : {}),
  });
  workspace.getState().select(null);
  // The drawing takes in new nodes when React has rendered them.
  requestAnimationFrame(() => stage()?.show(nodeIds));
}
