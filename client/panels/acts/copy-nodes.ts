import { workspace } from '../../workspace/workspace.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';

/** Copies the names of nodes, one a line. */
export function copyNames(ids: readonly string[]): Promise<void> {
  const { content, chosen } = workspace.getState();
  const known = new Map(chosen.map((node) => [node.id, node.caption]));
  const names = ids.map((id) => content.nodes.get(id)?.caption ?? known.get(id) ?? id);
  return copy(names.join('\n'), ids.length);
}

/** Copies nodes and the gathered relationships among them as JSON, in the shape of the contract. */
export function copyJson(ids: readonly string[]): Promise<void> {
  const { content } = workspace.getState();
  const own = new Set(ids);
  const nodes = ids.flatMap((id) => content.nodes.get(id) ?? []);
  const relationships = [...content.relationships.values()].filter(
    ({ source, target }) => own.has(source) && own.has(target),
  );
  return copy(JSON.stringify({ nodes, relationships }, null, 2), nodes.length);
}

async function copy(words: string, count: number): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    throw new Error(text.actions.notCopied);
  }
  useScreen.getState().announce(text.actions.copied(count));
}
