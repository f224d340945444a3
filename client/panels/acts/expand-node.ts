import { call } from '../../api/call.ts';
import { workspace } from '../../workspace/workspace.ts';
import { text } from '../text.ts';
import { bringIn } from './bring-in.ts';

/** More than this at once would bury what is on the canvas. */
export const EXPAND_LIMIT = 200;

/** Brings in the relationships of a node, all of them or those of one type and direction. */
export async function expandNode(
  id: string,
  only: { type?: string; direction?: 'in' | 'out' } = {},
  signal?: AbortSignal,
): Promise<void> {
  const [answer, own] = await Promise.all([
    call('neighbours', {
      params: { id },
      query: {
        limit: EXPAND_LIMIT,
        ...(only.type ? { types: only.type } : {}),
        ...(only.direction ? { direction: only.direction } : {}),
      },
      signal,
    }),
    nodeOf(id, signal),
  ]);
  const graph = { nodes: [own, ...answer.graph.nodes], relationships: answer.graph.relationships };
  await bringIn(text.steps.expand(own.caption), graph, signal ? { signal } : {});
}

async function nodeOf(id: string, signal?: AbortSignal) {
  return workspace.getState().content.nodes.get(id) ?? (await call('node', { params: { id }, signal })).node;
}
