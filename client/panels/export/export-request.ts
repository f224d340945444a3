import type { ExportFormat, ExportRequest, ViewedNode } from '../../../server/contract/exports.ts';
import { styleOfLabel } from '../../look/kinds.ts';
import type { Scheme } from '../../look/palette.ts';
import { radiusOfDegree } from '../../scene/stage-graph.ts';
import { countDegrees } from '../../workspace/count-content.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
import type { Choice } from './export-choices.ts';

/** As the contract has it. */
const LONGEST_TITLE = 200;
/** Nodes and relationships that are sent whole, so that what the database does not hold can be saved too. */
const MOST_SENT = 20_000;

/** Formats that have a place for places and colours. */
const WITH_VIEW: readonly ExportFormat[] = ['json', 'gexf', 'graphml', 'csv'];

/** What is asked of the server for a choice. */
export function exportRequest(
  { title, graph, report }: Choice,
  format: ExportFormat,
  content: WorkspaceContent,
  scheme: Scheme,
): ExportRequest {
  return {
    format,
    title: title.slice(0, LONGEST_TITLE),
    ...subjectOf(graph),
    ...(WITH_VIEW.includes(format) ? { view: viewOf(content, graph, scheme) } : {}),
    ...(format === 'markdown' ? report : {}),
  };
}

function subjectOf(
  graph: Choice['graph'],
): Pick<ExportRequest, 'graph' | 'nodeIds' | 'relationshipIds' | 'all'> {
  if (graph === undefined) return { all: true };
  const { nodes, relationships } = graph;
  if (nodes.length + relationships.length <= MOST_SENT) {
    return { graph: { nodes: [...nodes], relationships: [...relationships] } };
  }
  return { nodeIds: nodes.map(({ id }) => id), relationshipIds: relationships.map(({ id }) => id) };
}

/** Where the nodes are drawn and how, of those that are gathered. */
function viewOf(content: WorkspaceContent, graph: Choice['graph'], scheme: Scheme): ViewedNode[] {
  const degrees = countDegrees(content.relationships);
  return [...(graph?.nodes ?? content.nodes.values())].flatMap((node) => {
    const place = content.positions.get(node.id);
    if (place === undefined) return [];
    return {
      id: node.id,
      x: place.x,
      y: place.y,
      size: radiusOfDegree(degrees.get(node.id) ?? 0),
      colour: styleOfLabel(kindOfNode(node)).fill[scheme],
      ...(content.pinned.has(node.id) ? { pinned: true } : {}),
    };
  });
}
