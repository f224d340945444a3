import { writeNameList } from '../../../server/contract/first-requests.ts';
import type { Graph, GraphNode } from '../../../server/contract/graph.ts';
import type { NeighboursResponse } from '../../../server/contract/nodes.ts';
import { call } from '../../api/call.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { text } from '../text.ts';
import { bringIn } from './bring-in.ts';
import { nameNodes } from './target.ts';

/** More than this at once would bury what is on the canvas. */
export const EXPAND_LIMIT = 200;
/** More nodes than this are not expanded together. */
export const EXPAND_TOGETHER = 20;
const PAGE = 1000;

interface Only {
  type?: string;
  direction?: 'in' | 'out';
}

/** Where a page begins and what it held; with these, pages that are all on the canvas need no second look. */
interface KnownPage {
  cursor: string | null;
  ids: readonly string[];
}
const knownPages = new Map<string, KnownPage[]>();

/**
 * Brings in the next relationships of a node, all of them or those of one type and direction: up to
 * `EXPAND_LIMIT` that are not gathered yet, so that doing it again goes on where the last time ended.
 */
export async function expandNode(id: string, only: Only = {}, signal?: AbortSignal): Promise<void> {
  const own = await nodeOf(id, signal);
  await expand([own], own.caption, only, signal);
}

/** The same for several nodes, as one step. */
export async function expandNodes(ids: readonly string[]): Promise<void> {
  await expand(await Promise.all(ids.map((id) => nodeOf(id))), nameNodes(ids));
}

async function expand(
  nodes: readonly GraphNode[],
  words: string,
  only: Only = {},
  signal?: AbortSignal,
): Promise<void> {
  for (const { id } of nodes) refuseOwn(id);
  const graphs = await Promise.all(nodes.map(({ id }) => nextLinks(id, only, signal)));
  const broughtBy = new Map<string, string>();
  graphs.forEach((graph, index) => {
    const by = nodes[index]?.id;
    for (const { id } of graph.nodes) if (by !== undefined && !broughtBy.has(id)) broughtBy.set(id, by);
  });
  for (const { id } of nodes) broughtBy.delete(id);
  await bringIn(
    text.steps.expand(words),
    {
      nodes: [...nodes, ...graphs.flatMap((graph) => graph.nodes)],
      relationships: graphs.flatMap((graph) => graph.relationships),
    },
    { broughtBy, ...(signal ? { signal } : {}) },
  );
}

/** Adds what is missing of the links between a node and what is drawn; no node comes. Resolves to how many. */
export async function expandAmongDrawn(id: string, signal?: AbortSignal): Promise<number> {
  refuseOwn(id);
  const { content } = workspace.getState();
  const drawn = visibleGraph(content).nodes.map((node) => node.id);
  const own = await nodeOf(id, signal);
  const among = await call('subgraph', { body: { nodeIds: [...new Set([id, ...drawn])] }, signal });
  const missing = among.relationships.filter(
    ({ id: link, source, target }) => (source === id || target === id) && !content.relationships.has(link),
  );
  if (missing.length > 0) {
    await bringIn(text.steps.expandAmong(own.caption), { nodes: [own], relationships: missing });
  }
  return missing.length;
}

/** Says why there is nothing more to be had of a node that came from a file. */
function refuseOwn(id: string): void {
  const { nodes, own } = workspace.getState().content;
  if (own.nodes.has(id)) throw new Error(text.import.onlyHere(nodes.get(id)?.caption ?? id));
}

async function nextLinks(id: string, only: Only, signal: AbortSignal | undefined): Promise<Graph> {
  const key = JSON.stringify([id, only.type, only.direction]);
  const { relationships: gathered } = workspace.getState().content;
  const pages = knownPages.get(key) ?? [];
  const whole = pages.findIndex((page) => page.ids.some((link) => !gathered.has(link)));
  const from = whole === -1 ? pages.length : whole;
  const kept = pages.slice(0, from);
  let cursor = from === 0 ? '' : (pages[from - 1]?.cursor ?? null);
  const found: NeighboursResponse['graph'][] = [];
  let count = 0;
  while (cursor !== null && count < EXPAND_LIMIT) {
    const page = await askPage(id, only, cursor, signal);
    cursor = page.nextCursor;
    kept.push({ cursor, ids: page.graph.relationships.map((link) => link.id) });
    found.push(page.graph);
    count += page.graph.relationships.filter((link) => !gathered.has(link.id)).length;
  }
  knownPages.set(key, kept);
  const relationships = found
    .flatMap((page) => page.relationships)
    .filter((link) => !gathered.has(link.id))
    .slice(0, EXPAND_LIMIT);
  const ends = new Set(relationships.flatMap(({ source, target }) => [source, target]));
  return { nodes: found.flatMap((page) => page.nodes).filter((node) => ends.has(node.id)), relationships };
}

function askPage(id: string, only: Only, cursor: string, signal: AbortSignal | undefined) {
  const query = {
    limit: PAGE,
    ...(only.type ? { types: writeNameList([only.type]) } : {}),
    ...(only.direction ? { direction: only.direction } : {}),
    ...(cursor === '' ? {} : { cursor }),
  };
  return call('neighbours', { params: { id }, query, signal });
}

async function nodeOf(id: string, signal?: AbortSignal) {
  return workspace.getState().content.nodes.get(id) ?? (await call('node', { params: { id }, signal })).node;
}
