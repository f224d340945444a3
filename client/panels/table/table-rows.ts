import type { GraphNode, Relationship } from '../../../server/contract/graph.ts';
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
  const isHidden = hiddenTest(visible.nodes, visible.hiddenNodeCount);
  const counts = countEnds(relationships.values());
  const rows = [...nodes.values()].map((node) => new NodeRow(node, isHidden(node), counts));
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
  const isHidden = hiddenTest(visible.relationships, visible.hiddenRelationshipCount);
  const links = [...relationships.values()];
  const rows = links.map((link) => new LinkRow(link, isHidden(link), nodes));
  const hasStatus = links.some((link) => statusOf(link) !== null);
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

const wordsByType = new Map<string, string>();

/** There are many links and few types. */
function typeWords(type: string): string {
  const words = wordsByType.get(type) ?? plainType(type);
  wordsByType.set(type, words);
  return words;
}

/** Whether something is not among those drawn; looked up only where anything is hidden. */
function hiddenTest(
  drawn: readonly { id: string }[],
  hiddenCount: number,
): (thing: { id: string }) => boolean {
  if (hiddenCount === 0) return () => false;
  const ids = new Set(drawn.map(({ id }) => id));
  return ({ id }) => !ids.has(id);
}

/** Of each node, by its id, how many relationships end and begin there, and how many do both. */
type Ends = Record<'into' | 'out' | 'loops', ReadonlyMap<string, number>>;

function countEnds(relationships: Iterable<Relationship>): Ends {
  const into = new Map<string, number>();
  const out = new Map<string, number>();
  const loops = new Map<string, number>();
  for (const { source, target } of relationships) {
    out.set(source, (out.get(source) ?? 0) + 1);
    into.set(target, (into.get(target) ?? 0) + 1);
    if (source === target) loops.set(source, (loops.get(source) ?? 0) + 1);
  }
  return { into, out, loops };
}

class NodeRow implements TableRow {
  readonly hidden: boolean;
  readonly #node: GraphNode;
  readonly #ends: Ends;

  constructor(node: GraphNode, hidden: boolean, ends: Ends) {
    this.#node = node;
    this.hidden = hidden;
    this.#ends = ends;
  }

  get id() {
    return this.#node.id;
  }

  get name() {
    return this.#node.caption;
  }

  get properties() {
    return this.#node.properties;
  }

  fixed(column: string) {
    const { into, out, loops } = this.#ends;
    const linksIn = into.get(this.id) ?? 0;
    const linksOut = out.get(this.id) ?? 0;
    switch (column) {
      case 'name':
        return this.name;
      case 'kind':
        return plainKind(kindOfNode(this.#node));
      case 'links':
        return linksIn + linksOut - (loops.get(this.id) ?? 0);
      case 'linksIn':
        return linksIn;
      case 'linksOut':
        return linksOut;
      default:
        return undefined;
    }
  }
}

class LinkRow implements TableRow {
  readonly hidden: boolean;
  readonly #link: Relationship;
  readonly #nodes: ReadonlyMap<string, GraphNode>;

  constructor(link: Relationship, hidden: boolean, nodes: ReadonlyMap<string, GraphNode>) {
    this.#link = link;
    this.hidden = hidden;
    this.#nodes = nodes;
  }

  get id() {
    return this.#link.id;
  }

  get name() {
    const { source, target, type } = this.#link;
    return `${this.#nameOf(source)} ${typeWords(type)} ${this.#nameOf(target)}`;
  }

  get properties() {
    return this.#link.properties;
  }

  fixed(column: string) {
    switch (column) {
      case 'from':
        return this.#nameOf(this.#link.source);
      case 'type':
        return typeWords(this.#link.type);
      case 'to':
        return this.#nameOf(this.#link.target);
      case 'status':
        return this.#status();
      default:
        return undefined;
    }
  }

  #status(): string | undefined {
    const status = statusOf(this.#link);
    return status === null ? undefined : text.status[status];
  }

  #nameOf(id: string): string {
    return this.#nodes.get(id)?.caption ?? id;
  }
}
