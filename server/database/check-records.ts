import { LoadRefused } from './database-errors.ts';
import type { GraphRecords, NodeRecord } from './graph-database.ts';

/** Every node that Throughline loads carries exactly one of these; its `id` is unique under it. */
export const OWN_LABELS = ['Entity', 'SourceDocument', 'Passage'] as const;
export type OwnLabel = (typeof OWN_LABELS)[number];

const MESSAGE_LIMIT = 10;

/** Throws `LoadRefused` for a node without a label of its own. */
export function ownLabel(node: NodeRecord): OwnLabel {
  const found = OWN_LABELS.filter((label) => node.labels.includes(label));
  const [label] = found;
  if (label === undefined || found.length > 1) {
    throw new LoadRefused(`Node ${node.id} must have exactly one of the labels ${OWN_LABELS.join(', ')}`);
  }
  return label;
}

/**
 * Refuses records that could not be loaded as they stand: a node without an own label, an id given twice,
 * a relationship whose end is missing. Returns the nodes by id.
 */
export function checkRecords(records: GraphRecords): Map<string, NodeRecord> {
  const problems: string[] = [];
  const nodes = new Map<string, NodeRecord>();
  for (const node of records.nodes) {
    if (nodes.has(node.id)) problems.push(`Two nodes have the id ${node.id}`);
    ownLabel(node);
    nodes.set(node.id, node);
  }
  const relationshipIds = new Set<string>();
  for (const { id, source, target } of records.relationships) {
    if (relationshipIds.has(id)) problems.push(`Two relationships have the id ${id}`);
    relationshipIds.add(id);
    for (const end of [source, target]) {
      if (!nodes.has(end)) problems.push(`Relationship ${id} names the node ${end}, which is not there`);
    }
  }
  if (problems.length > MESSAGE_LIMIT) {
    problems.splice(MESSAGE_LIMIT, Number.POSITIVE_INFINITY, `and ${problems.length - MESSAGE_LIMIT} more`);
  }
  if (problems.length > 0) throw new LoadRefused(problems.join('\n'));
  return nodes;
}

/** Consecutive parts of at most `size` items. */
export function* inBatches<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** Items with the same key, in the order of their first. */
export function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
