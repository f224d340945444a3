import type { WorkspaceContent } from '../workspace-content.ts';
import type { Change } from './change.ts';

/** Remembers for newcomers which node's expansion brought each, so that collapsing it can take them away again. */
export function rememberBrought(newcomers: ReadonlyMap<string, string>): Change {
  return (draft) => {
    for (const [id, by] of newcomers) if (id !== by && draft.nodes.has(id)) draft.broughtBy.set(id, by);
  };
}

/**
 * Takes away what expanding a node brought, but for what has found other uses since. A node stays when it is pinned, on the
 * path on show, or linked with a node that did not come with it; it then belongs to the first (by id) of those that were
 * expanded themselves and are linked with it, or else to none. What goes is gone with its links, not hidden.
 */
export function collapseNode(id: string): Change {
  return (draft) => {
    const brought = new Set(broughtBy(draft, id));
    const ties = new Map<string, string[]>();
    for (const { source, target } of draft.relationships.values()) {
      for (const [one, other] of [
        [source, target],
        [target, source],
      ] as const) {
        if (!brought.has(one) || brought.has(other) || other === id) continue;
        ties.set(one, [...(ties.get(one) ?? []), other]);
      }
    }
    const expanded = new Set(draft.broughtBy.values());
    const onPath = new Set(draft.path?.nodeIds);
    const going = new Set<string>();
    for (const node of brought) {
      const others = ties.get(node) ?? [];
      if (others.length === 0 && !draft.pinned.has(node) && !onPath.has(node)) {
        going.add(node);
        continue;
      }
      const [heir] = others.filter((other) => expanded.has(other)).sort();
      if (heir === undefined) draft.broughtBy.delete(node);
      else draft.broughtBy.set(node, heir);
    }
    for (const [link, { source, target }] of draft.relationships) {
      if (!going.has(source) && !going.has(target)) continue;
      draft.relationships.delete(link);
      draft.hiddenRelationships.delete(link);
    }
    for (const node of going) {
      draft.nodes.delete(node);
      draft.positions.delete(node);
      draft.hiddenNodes.delete(node);
      draft.broughtBy.delete(node);
    }
  };
}

/** What expanding a node brought and is still there. */
export function broughtBy(content: Pick<WorkspaceContent, 'broughtBy'>, id: string): string[] {
  return [...content.broughtBy].flatMap(([node, by]) => (by === id ? [node] : []));
}

const known = new WeakMap<WorkspaceContent['broughtBy'], ReadonlySet<string>>();

/** The nodes whose expansion brought something that is still there. */
export function expandedIn({ broughtBy: brought }: Pick<WorkspaceContent, 'broughtBy'>): ReadonlySet<string> {
  const before = known.get(brought);
  if (before) return before;
  const expanded = new Set(brought.values());
  known.set(brought, expanded);
  return expanded;
}
