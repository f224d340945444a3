import type { Graph } from '../../../server/contract/graph.ts';
import type { Path } from '../../../server/contract/paths.ts';
import { showPath } from '../../workspace/steps/show-path.ts';
import { workspace } from '../../workspace/workspace.ts';
import { bringIn } from '../acts/bring-in.ts';
import { lookAt } from '../acts/view-trail.ts';
import { text } from '../text.ts';
import type { AnswerPart } from './answer-part.ts';

interface Manner {
  /** Answers of one group take each other's place in the history. */
  group: string;
  /** Brings it into view where it is not. */
  look?: boolean;
  signal?: AbortSignal | undefined;
}

/** Lights a part of an answer as one step, adding what of it is not on the canvas, by its neighbours. */
export async function putOnShow(part: AnswerPart, { group, look = false, signal }: Manner): Promise<void> {
  const { nodeIds, relationshipIds, title } = part;
  await bringIn(title, part.graph, {
    after: showPath({ nodeIds, relationshipIds, title }),
    group,
    ...(signal ? { signal } : {}),
  });
  workspace.getState().select(null);
  // The drawing takes in new nodes when React has rendered them.
  if (look) requestAnimationFrame(() => lookAt(nodeIds, 'step'));
}

/** A path as the part of the graph that it is: with all the relationships that tie each hop. */
export function partOfPath(path: Path, graph: Graph): AnswerPart {
  const onPath = new Set(path.nodeIds);
  const ties = new Set(path.hops.flatMap((hop) => hop.relationships.map((relationship) => relationship.id)));
  const nodes = graph.nodes.filter((node) => onPath.has(node.id));
  const captions = new Map(nodes.map((node) => [node.id, node.caption]));
  const captionOf = (id: string | undefined) => (id === undefined ? '' : (captions.get(id) ?? id));
  return {
    nodeIds: path.nodeIds,
    relationshipIds: path.relationshipIds,
    graph: { nodes, relationships: graph.relationships.filter(({ id }) => ties.has(id)) },
    title: text.steps.path(captionOf(path.nodeIds[0]), captionOf(path.nodeIds.at(-1))),
  };
}
