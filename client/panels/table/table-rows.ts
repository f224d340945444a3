import type { PropertyValue } from '../../../server/contract/graph.ts';
import { plainType } from '../../look/words.ts';
import { kindOfNode, statusOf } from '../../workspace/kind-of-node.ts';
import type { VisibleGraph } from '../../workspace/visible-graph.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
import { plainKind } from '../marks/plain-kind.ts';
import { text } from '../text.ts';
import { fixedColumn, propertyColumns, type TableColumn, type TableRow } from './table-columns.ts';

export interface TableData {
  rows: TableRow[];
  columns: TableColumn[];
  /** Ids of the columns that are shown until others are chosen. */
  usual: string[];
}

type Gathered = Pick<WorkspaceContent, 'nodes' | 'relationships'>;

/** Every gathered node as a row; links are counted among all that is gathered. */
export function nodeRows({ nodes, relationships }: Gathered, visible: VisibleGraph): TableData {
  const drawn = new Set(visible.nodes.map(({ id }) => id));
  const into = new Map<string, number>();
  const out = new Map<string, number>();
  const loops = new Map<string, number>();
  for (const { source, target } of relationships.values()) {
    out.set(source, (out.get(source) ?? 0) + 1);
    into.set(target, (into.get(target) ?? 0) + 1);
    if (source === target) loops.set(source, (loops.get(source) ?? 0) + 1);
  }
  const rows = [...nodes.values()].map((node): TableRow => {
    const linksIn = into.get(node.id) ?? 0;
    const linksOut = out.get(node.id) ?? 0;
    return {
      id: node.id,
      name: node.caption,
      hidden: !drawn.has(node.id),
      fixed: new Map<string, PropertyValue>([
        ['name', node.caption],
        ['kind', plainKind(kindOfNode(node))],
        ['links', linksIn + linksOut - (loops.get(node.id) ?? 0)],
        ['linksIn', linksIn],
        ['linksOut', linksOut],
      ]),
      properties: node.properties,
    };
  });
  const { columns, usual } = propertyColumns(rows);
  const { fixed } = text.table;
  return {
    rows,
    columns: [
      fixedColumn('name', fixed.name, 230),
      fixedColumn('kind', fixed.kind, 120),
      fixedColumn('links', fixed.links, 80, true),
      fixedColumn('linksIn', fixed.linksIn, 80, true),
      fixedColumn('linksOut', fixed.linksOut, 80, true),
      ...columns,
    ],
    usual: ['name', 'kind', 'links', ...usual],
  };
}

/** Every gathered relationship as a row. */
export function linkRows({ nodes, relationships }: Gathered, visible: VisibleGraph): TableData {
  const drawn = new Set(visible.relationships.map(({ id }) => id));
  const nameOf = (id: string) => nodes.get(id)?.caption ?? id;
  let hasStatus = false;
  const rows = [...relationships.values()].map((relationship): TableRow => {
    const { id, source, target, type, properties } = relationship;
    const status = statusOf(relationship);
    hasStatus ||= status !== null;
    const from = nameOf(source);
    const to = nameOf(target);
    return {
      id,
      name: `${from} ${plainType(type)} ${to}`,
      hidden: !drawn.has(id),
      fixed: new Map<string, PropertyValue>([
        ['from', from],
        ['type', plainType(type)],
        ['to', to],
        ...(status === null ? [] : [['status', text.status[status]] as const]),
      ]),
      properties,
    };
  });
  const { columns, usual } = propertyColumns(rows);
  const { fixed } = text.table;
  return {
    rows,
    columns: [
      fixedColumn('from', fixed.from, 190),
      fixedColumn('type', fixed.type, 140),
      fixedColumn('to', fixed.to, 190),
      ...(hasStatus ? [fixedColumn('status', fixed.status, 150)] : []),
      ...columns,
    ],
    usual: ['from', 'type', 'to', ...(hasStatus ? ['status'] : []), ...usual],
  };
}
