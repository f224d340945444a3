import type { Graph } from '../../../server/contract/graph.ts';
import type { ImportAnswer, ImportReport } from '../../../server/contract/imports.ts';
import { call } from '../../api/call.ts';
import { addOwnGraph } from '../../workspace/steps/add-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { Position, WorkspaceContent } from '../../workspace/workspace-content.ts';
import { bringIn } from '../acts/bring-in.ts';
import { gathered, placeAll, placeNewcomers } from '../acts/place-nodes.ts';
import { lookAt } from '../acts/view-trail.ts';
import { withinBudget } from '../budget/ask-more.ts';
import { queryClient } from '../connection/query-client.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { stemOf } from './read-files.ts';

/** Ids that are asked for at once. */
const PART = 5000;
/** Between what was drawn and what a file brings, in layout units. */
const GAP = 160;

/**
 * Puts the graph of a file on the canvas as one step. What Throughline wrote is what it was before: the same id is the
 * same node. In other files ids are numbers or names of their own; where one of them is in use here, all get the name of
 * the file before them, so that nothing is taken for something else. Before more comes than is drawn well the user is
 * asked; rejects as aborted where nothing is wanted.
 */
export async function bringFile(
  read: { graph: Graph; report: ImportReport; places: ImportAnswer['places'] },
  signal: AbortSignal,
): Promise<void> {
  const name = stemOf(read.report.fileName);
  const { content } = workspace.getState();
  const known = await knownIn(read.graph, signal);
  const isOurs = read.report.writtenBy?.startsWith('Throughline') ?? false;
  const clashes = read.graph.nodes.some(({ id }) => content.nodes.has(id) || known.node(id));
  const linkClashes = read.graph.relationships.some(({ id }) => content.relationships.has(id));
  const whole = isOurs
    ? read.graph
    : renamed(read.graph, {
        node: clashes ? `${name}/` : '',
        link: linkClashes || clashes ? `${name}/` : '',
      });
  const graph = await withinBudget(whole, content.nodes, signal);
  const places =
    isOurs || !clashes ? read.places : read.places?.map((at) => ({ ...at, id: `${name}/${at.id}` }));
  const positions = await placesFor(content, graph, places, signal);
  signal.throwIfAborted();
  const nobody = { node: () => false, relationship: () => false };
  workspace.getState().step(text.import.step(name), addOwnGraph(graph, positions, isOurs ? known : nobody));
  const { nodes, relationships } = graph;
  useScreen.getState().announce(text.import.done(name, nodes.length, relationships.length));
  requestAnimationFrame(() =>
    lookAt(
      nodes.map(({ id }) => id),
      'step',
    ),
  );
}

/** After a file was loaded into the database: everything asked before may have changed; its nodes come to the canvas. */
export async function showLoaded(
  loaded: NonNullable<ImportAnswer['dataset']>,
  graph: Graph | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { name, nodeCount, relationshipCount, nodePrefix } = loaded;
  await queryClient.invalidateQueries();
  if (graph !== undefined) {
    const ids = graph.nodes.map(({ id }) => nodePrefix + id);
    const parts = await inParts(ids, (nodeIds) => call('subgraph', { body: { nodeIds }, signal }));
    const nodes = parts.flatMap((part) => part.nodes);
    const relationships = parts.flatMap((part) => part.relationships);
    await bringIn(text.import.step(name), { nodes, relationships }, { signal });
    requestAnimationFrame(() => lookAt(ids, 'step'));
  }
  const words = text.import.loaded(name, nodeCount, relationshipCount);
  useScreen.getState().announce(words);
}

/** What of a graph the database holds. */
async function knownIn(graph: Graph, signal: AbortSignal) {
  const ids = graph.nodes.map(({ id }) => id);
  const parts = await inParts(ids, (nodeIds) => call('subgraph', { body: { nodeIds }, signal }));
  const nodes = new Set(parts.flatMap((part) => part.nodes.map(({ id }) => id)));
  const links = new Set(parts.flatMap((part) => part.relationships.map(({ id }) => id)));
  return { node: (id: string) => nodes.has(id), relationship: (id: string) => links.has(id) };
}

async function inParts<Result>(
  ids: readonly string[],
  ask: (part: string[]) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < ids.length; start += PART)
    results.push(await ask(ids.slice(start, start + PART)));
  return results;
}

function renamed({ nodes, relationships }: Graph, prefix: { node: string; link: string }): Graph {
  if (prefix.node === '' && prefix.link === '') return { nodes, relationships };
  return {
    nodes: nodes.map((node) => ({ ...node, id: prefix.node + node.id })),
    relationships: relationships.map((each) => ({
      ...each,
      id: prefix.link + each.id,
      source: prefix.node + each.source,
      target: prefix.node + each.target,
    })),
  };
}

/** Among what is drawn where the graph is tied to it; else beside it, as the file draws it or laid out by itself. */
async function placesFor(
  content: WorkspaceContent,
  graph: Graph,
  places: ImportAnswer['places'],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Position>> {
  if (graph.nodes.some(({ id }) => content.positions.has(id))) return placeNewcomers(content, graph, signal);
  const wanted = new Set(graph.nodes.map(({ id }) => id));
  const drawn = places?.filter(({ id }) => wanted.has(id)) ?? [];
  const isDrawn = drawn.length === wanted.size && drawn.length > 1;
  const own = isDrawn ? spread(drawn) : await placeAll(gathered(graph), new Map(), signal);
  const others = boxOf(content.positions.values());
  const box = boxOf(own.values());
  if (others === undefined || box === undefined) return own;
  const dx = others.right + GAP - box.left;
  const dy = (others.top + others.bottom) / 2 - (box.top + box.bottom) / 2;
  return new Map([...own].map(([id, { x, y }]) => [id, { x: x + dx, y: y + dy }]));
}

/** The places of the file, as far apart as nodes are drawn here. */
function spread(places: NonNullable<ImportAnswer['places']>): Map<string, Position> {
  const box = boxOf(places);
  const extent = box === undefined ? 0 : Math.max(box.right - box.left, box.bottom - box.top);
  const scale = extent > 0 ? (120 * Math.sqrt(places.length)) / extent : 1;
  return new Map(places.map(({ id, x, y }) => [id, { x: x * scale, y: y * scale }]));
}

function boxOf(points: Iterable<Position>) {
  let box: { left: number; right: number; top: number; bottom: number } | undefined;
  for (const { x, y } of points) {
    box ??= { left: x, right: x, top: y, bottom: y };
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}
