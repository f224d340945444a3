import type { GraphNode, Relationship } from '../../../server/contract/graph.ts';
import { documentsQuery } from '../../api/queries.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { queryClient } from '../connection/query-client.ts';
import { text } from '../text.ts';
import type { ExportedPart } from './export-store.ts';

export type ExportChoice = 'part' | 'shown' | 'selection' | 'path' | 'whole';

export interface Choice {
  what: ExportChoice;
  title: string;
  /** Undefined for the whole graph, which only the server has. */
  graph?: { nodes: readonly GraphNode[]; relationships: readonly Relationship[] };
  report?: ExportedPart['report'];
}

/** What can be saved now, the likeliest first. */
export function exportChoices(state: Workspace, part: ExportedPart | null): Choice[] {
  const { content } = state;
  const shown = visibleGraph(content);
  const title = titleOfView(state);
  const choices: Choice[] = [];
  if (part !== null) choices.push({ what: 'part', ...part });
  if (shown.nodes.length > 0) choices.push({ what: 'shown', title, graph: shown });
  const selected = selectedGraph(state);
  if (selected.nodes.length > 0) choices.push({ what: 'selection', title, graph: selected });
  if (content.path !== null) {
    const { nodeIds, relationshipIds } = content.path;
    const graph = {
      nodes: presentOf(content.nodes, nodeIds),
      relationships: presentOf(content.relationships, relationshipIds),
    };
    choices.push({ what: 'path', title, graph });
  }
  choices.push({ what: 'whole', title: titleOfDocument() });
  return choices;
}

/** The chosen nodes, or the selected one, with the links drawn among them; or the selected link with its ends. */
function selectedGraph({ content, chosen, selection }: Workspace): NonNullable<Choice['graph']> {
  if (chosen.length === 0 && selection?.kind === 'relationship') {
    const relationships = presentOf(content.relationships, [selection.id]);
    const ends = relationships.flatMap(({ source, target }) => [source, target]);
    return { nodes: presentOf(content.nodes, ends), relationships };
  }
  const ids = chosen.length > 0 ? chosen.map(({ id }) => id) : selection === null ? [] : [selection.id];
  const wanted = new Set(ids);
  const { relationships } = visibleGraph(content);
  return {
    nodes: presentOf(content.nodes, ids),
    relationships: relationships.filter(({ source, target }) => wanted.has(source) && wanted.has(target)),
  };
}

function presentOf<Item>(items: ReadonlyMap<string, Item>, ids: readonly string[]): Item[] {
  return [...new Set(ids)].flatMap((id) => items.get(id) ?? []);
}

/** Words for the view: the answer on show, or the document. */
export function titleOfView({ content }: Workspace): string {
  return content.path?.title ?? titleOfDocument();
}

function titleOfDocument(): string {
  return queryClient.getQueryData(documentsQuery.queryKey)?.documents[0]?.title ?? text.app.name;
}
