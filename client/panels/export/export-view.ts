import type { ExportFormat, ExportRequest } from '../../../server/contract/exports.ts';
import type { Graph } from '../../../server/contract/graph.ts';
import { callForFile } from '../../api/call.ts';
import { documentsQuery } from '../../api/queries.ts';
import type { Scheme } from '../../look/palette.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { queryClient } from '../connection/query-client.ts';
import { text } from '../text.ts';
import { fileNameOf, saveFile } from './save-file.ts';

/** As the contract has it. */
const LONGEST_TITLE = 200;

const ENDINGS: Record<ExportFormat, string> = {
  json: 'json',
  gexf: 'gexf',
  graphml: 'graphml',
  csv: 'zip',
  markdown: 'md',
};

/** Saves what is on screen as a file of the server's making; resolves to the file's name. */
export async function exportGraph(format: ExportFormat): Promise<string> {
  const { nodes, relationships } = visibleGraph(workspace.getState().content);
  if (nodes.length === 0) throw new Error(text.export.nothing);
  const title = titleOfView();
  const file = await callForFile({
    body: {
      format,
      nodeIds: nodes.map((node) => node.id),
      relationshipIds: relationships.map((relationship) => relationship.id),
      title,
    },
  });
  return saved(file, title, ENDINGS[format]);
}

/** Saves one answer and nothing else; a report tells the question and its paths. Resolves to the file's name. */
export async function exportPart(
  format: ExportFormat,
  { graph, title }: { graph: Graph; title: string },
  report: Pick<ExportRequest, 'question' | 'searched' | 'paths'>,
): Promise<string> {
  const file = await callForFile({
    body: {
      format,
      nodeIds: graph.nodes.map((node) => node.id),
      relationshipIds: graph.relationships.map((relationship) => relationship.id),
      title: title.slice(0, LONGEST_TITLE),
      ...(format === 'markdown' ? report : {}),
    },
  });
  return saved(file, title, ENDINGS[format]);
}

/** Saves the drawing as it is seen; resolves to the file's name. */
export async function exportImage(scale: 2 | 4, scheme: Scheme): Promise<string> {
  const drawing = stage();
  if (!drawing) throw new Error(text.export.noImage);
  const title = titleOfView();
  return saved(await drawing.toPng({ scale, scheme, title }), title, 'png');
}

/** Words for the view: the answer on show, or the document. */
function titleOfView(): string {
  const { path } = workspace.getState().content;
  if (path?.title) return path.title;
  return queryClient.getQueryData(documentsQuery.queryKey)?.documents[0]?.title ?? text.app.name;
}

function saved(file: Blob, title: string, ending: string): string {
  const name = fileNameOf(title, ending);
  saveFile(file, name);
  return name;
}
