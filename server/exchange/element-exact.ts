import type { ViewedNode } from '../contract/exports.ts';
import type { GraphNode, Relationship } from '../contract/graph.ts';
import { writeExact } from './exact-values.ts';
import type { Cells } from './property-columns.ts';

/** What the plain attributes of a node do not give back, as the text of its attribute `throughline`. */
export function exactOfNode(
  { id, caption, labels }: GraphNode,
  written: { id: string; exact: Cells['exact']; viewed?: ViewedNode | undefined },
  clean: (text: string) => string,
): string | undefined {
  return writeExact({
    ...(written.id === id ? {} : { id }),
    ...(clean(caption) === caption ? {} : { caption }),
    ...(labels.every((label) => clean(label) === label) ? {} : { labels }),
    ...(written.exact.length === 0 ? {} : { properties: written.exact }),
    ...(written.viewed?.pinned === true ? { pinned: true } : {}),
  });
}

/** As `exactOfNode`, of a relationship; its ends are named by the ids as they are written. */
export function exactOfRelationship(
  { id, type }: Relationship,
  written: { id: string; exact: Cells['exact'] },
  clean: (text: string) => string,
): string | undefined {
  return writeExact({
    ...(written.id === id ? {} : { id }),
    ...(clean(type) === type ? {} : { type }),
    ...(written.exact.length === 0 ? {} : { properties: written.exact }),
  });
}
