import type { PageNode } from './page-data.ts';

/** A text as it is compared: no accents, no capitals. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Nodes that hold every word looked for; those whose name begins with it first, then those named by it. */
export function findNodes(nodes: readonly PageNode[], sought: string): PageNode[] {
  const parts = fold(sought)
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return [...nodes];
  const whole = parts.join(' ');
  const ranked: { node: PageNode; rank: number }[] = [];
  for (const node of nodes) {
    const caption = fold(node.caption);
    const names = `${caption} ${fold(node.alsoCalled.join(' '))}`;
    const all = `${names} ${fold(node.kindWords)} ${fold(node.summary)}`;
    if (!parts.every((part) => all.includes(part))) continue;
    const isNamed = parts.every((part) => names.includes(part));
    ranked.push({ node, rank: caption.startsWith(whole) ? 0 : isNamed ? 1 : 2 });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ node }) => node);
}
