import type { Graph } from '../../../server/contract/graph.ts';
import { isolatePart } from '../../workspace/steps/hide-nodes.ts';
import { inOrder } from '../../workspace/steps/in-order.ts';
import { showPath } from '../../workspace/steps/show-path.ts';
import { workspace } from '../../workspace/workspace.ts';
import { text } from '../text.ts';

/** A part of the graph that answers a question: what is numbered and lit, and all that belongs to it. */
export interface AnswerPart {
  nodeIds: readonly string[];
  /** Numbered on the canvas, in this order. */
  relationshipIds: readonly string[];
  graph: Graph;
  title: string;
}

/** Keeps what an answer brought to the canvas, also when another answer is looked at. */
export function keepPart(part: AnswerPart, group: string): void {
  workspace.getState().settleStep(text.steps.addPart(part.title), group);
}

/** Leaves nothing but the part on the canvas, lit, as one step. */
export function keepOnlyPart({ nodeIds, relationshipIds, graph, title }: AnswerPart): void {
  workspace.getState().step(
    text.steps.onlyPart(title),
    inOrder(
      isolatePart(
        nodeIds,
        graph.relationships.map(({ id }) => id),
      ),
      showPath({ nodeIds, relationshipIds, title }),
    ),
  );
}
