import { call } from '../../api/call.ts';
import { type NodeName, workspace } from '../../workspace/workspace.ts';

/** Names for ids, from what is known, the workspace, or else the server; an unknown id is its own name. */
export async function findNames(
  ids: readonly string[],
  names: readonly NodeName[] = [],
): Promise<(id: string) => NodeName> {
  const known = new Map(names.map((name) => [name.id, name]));
  await Promise.all(
    ids.map(async (id) => {
      if (known.has(id)) return;
      const node = workspace.getState().content.nodes.get(id) ?? (await fetchName(id));
      if (node) known.set(id, node);
    }),
  );
  return (id) => known.get(id) ?? { id, caption: id, labels: [] };
}

async function fetchName(id: string): Promise<NodeName | null> {
  try {
    return (await call('node', { params: { id } })).node;
  } catch {
    // The question itself will say what is wrong with this id.
    return null;
  }
}
