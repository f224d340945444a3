import type { GraphNode } from '../../../server/contract/graph.ts';
import type { SearchHit } from '../../../server/contract/search.ts';
import { isNodeVisible } from '../../workspace/visible-graph.ts';
import { type Selection, workspace } from '../../workspace/workspace.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { bringIn } from './bring-in.ts';
import { lookAt } from './view-trail.ts';

interface SelectOptions {
  /** Moves the camera where the selected is drawn and off screen. */
  look?: boolean;
  /** Leaves lit what is: the selected is one of several that stand out. */
  keepLit?: boolean;
}

/** Selects, and shows the details, or where it stands in the text that is being read. */
export function select(
  selection: Selection | null,
  { look = false, keepLit = false }: SelectOptions = {},
): void {
  workspace.getState().select(selection);
  const screen = useScreen.getState();
  if (!keepLit) {
    screen.lightPart(null);
    // The words that were come for are no longer the ones that matter.
    if (screen.reading) screen.read({ documentId: screen.reading.documentId });
  }
  if (!selection) return;
  screen.bringRightToFront();
  if (look) lookAt(nodesOf(selection), 'select');
}

/** Selects what a search found, after putting it on the canvas where it is not there. */
export async function selectHit(hit: SearchHit): Promise<void> {
  if ('node' in hit) {
    await bringNode(hit.node);
    select({ kind: 'node', id: hit.node.id }, { look: true });
    return;
  }
  const { content } = workspace.getState();
  if (!content.relationships.has(hit.relationship.id)) {
    const graph = { nodes: [hit.source, hit.target], relationships: [hit.relationship] };
    await bringIn(text.steps.bring(`${hit.source.caption} and ${hit.target.caption}`), graph);
  }
  select({ kind: 'relationship', id: hit.relationship.id }, { look: true });
}

/** Puts one node on the canvas, or shows it again where it was hidden by hand. */
export async function bringNode(node: GraphNode): Promise<void> {
  const { content } = workspace.getState();
  if (content.nodes.has(node.id) && (isNodeVisible(content, node.id) || !content.hiddenNodes.has(node.id)))
    return;
  await bringIn(text.steps.bring(node.caption), { nodes: [node], relationships: [] });
}

/** Closes what is at the right: the text, the details and what stands out. */
export function closeRight(): void {
  useScreen.getState().stopReading();
  select(null);
}

function nodesOf(selection: Selection): string[] {
  if (selection.kind === 'node') return [selection.id];
  const relationship = workspace.getState().content.relationships.get(selection.id);
  return relationship ? [relationship.source, relationship.target] : [];
}
