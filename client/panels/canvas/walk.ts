import { nodeQuery } from '../../api/queries.ts';
import { plainType } from '../../look/words.ts';
import { countDegrees } from '../../workspace/count-content.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import { type VisibleGraph, visibleGraph } from '../../workspace/visible-graph.ts';
import { type Direction, neighboursOf, nodeToward, stepAround } from '../../workspace/walk-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { toggleChosen } from '../acts/choose-nodes.ts';
import { select } from '../acts/select.ts';
import { queryClient } from '../connection/query-client.ts';
import { PANEL_BODY } from '../keep-focus.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The nodes walked through, ending with the one that is selected; begun anew where another way led to it. */
let trail: readonly string[] = [];

/**
 * What a key does on the canvas, so that the graph can be walked without seeing or touching it: arrows go to the
 * neighbour that lies that way, Page Down and Page Up to the other neighbours of the node come from, Backspace back,
 * Home to the best connected node, Enter into its details, Space chooses it. False for any other key.
 */
export function walkByKey(key: string): boolean {
  const graph = visibleGraph(workspace.getState().content);
  if (graph.nodes.length === 0) return false;
  const at = whereAmI(graph);
  const direction = Object.hasOwn(DIRECTIONS, key) ? DIRECTIONS[key] : undefined;
  if (direction) walkToward(graph, at, direction);
  else if (key === 'Home') arrive(graph, [bestConnected(graph)]);
  else if (key === 'PageDown' || key === 'PageUp') walkAround(graph, at, key === 'PageDown' ? 1 : -1);
  else if (key === 'Backspace' && trail.length > 1) arrive(graph, trail.slice(0, -1));
  else if (key === 'Enter' && at !== undefined) enterDetails();
  else if (key === ' ' && at !== undefined) toggleChosen(at);
  else return false;
  return true;
}

function whereAmI({ nodes }: VisibleGraph): string | undefined {
  const { selection } = workspace.getState();
  const at = selection?.kind === 'node' ? selection.id : undefined;
  if (at === undefined || !nodes.some(({ id }) => id === at)) {
    trail = [];
    return undefined;
  }
  if (trail.at(-1) !== at) trail = [at];
  return at;
}

function bestConnected({ nodes, relationships }: VisibleGraph): string {
  const degrees = countDegrees(new Map(relationships.map((each) => [each.id, each])));
  const first = nodes.toSorted((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0))[0];
  return first?.id ?? '';
}

function walkToward(graph: VisibleGraph, at: string | undefined, direction: Direction): void {
  if (at === undefined) {
    arrive(graph, [bestConnected(graph)]);
    return;
  }
  const { positions } = workspace.getState().content;
  const next = nodeToward(neighboursOf(graph, at).keys(), positions, at, direction);
  if (next === undefined) useScreen.getState().announce(text.canvas.noneThatWay[direction]);
  else arrive(graph, [...trail, next]);
}

function walkAround(graph: VisibleGraph, at: string | undefined, by: 1 | -1): void {
  const from = at === undefined ? undefined : (trail.at(-2) ?? at);
  if (from === undefined) {
    arrive(graph, [bestConnected(graph)]);
    return;
  }
  const next = stepAround([...neighboursOf(graph, from).keys()], at, by);
  if (next === undefined) useScreen.getState().announce(text.canvas.noNeighbours);
  else arrive(graph, [...(trail.length > 1 ? trail.slice(0, -1) : trail), next]);
}

function arrive(graph: VisibleGraph, walked: readonly string[]): void {
  trail = walked;
  const at = walked.at(-1);
  if (at === undefined) return;
  useScreen.getState().quietAbout(at);
  select({ kind: 'node', id: at }, { look: true });
  void tell(graph, at, walked.at(-2));
}

/** Says where one has come, and by which link. */
async function tell(graph: VisibleGraph, at: string, from: string | undefined): Promise<void> {
  const { nodes } = workspace.getState().content;
  const node = nodes.get(at);
  if (!node) return;
  const ties = from === undefined ? [] : (neighboursOf(graph, from).get(at) ?? []);
  const [first] = ties;
  const nameOf = (id: string) => nodes.get(id)?.caption ?? id;
  const sentence = first && sentenceOf(first, nameOf(first.source), nameOf(first.target), plainType);
  const shown = graph.relationships.filter(({ source, target }) => source === at || target === at).length;
  const all = await countLinks(at, shown);
  const { selection } = workspace.getState();
  if (selection?.id !== at) return;
  const told = text.details.announceNode(node.caption, plainType(kindOfNode(node)), all, shown);
  useScreen.getState().announce(sentence ? text.canvas.cameBy(told, sentence, ties.length - 1) : told);
}

/** Links in the database; where that cannot be had, those on the canvas. */
async function countLinks(id: string, shown: number): Promise<number> {
  try {
    const { neighbourCounts } = await queryClient.fetchQuery(nodeQuery(id));
    return neighbourCounts.reduce((sum, { count }) => sum + count, 0);
  } catch {
    return shown;
  }
}

function enterDetails(): void {
  const side = document.querySelector('aside, [data-height]');
  side?.querySelector<HTMLElement>(`[${PANEL_BODY}]`)?.focus();
}
