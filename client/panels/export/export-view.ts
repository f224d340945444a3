import type { ExportFormat } from '../../../server/contract/exports.ts';
import { callForFile } from '../../api/call.ts';
import { documentsQuery } from '../../api/queries.ts';
import type { Scheme } from '../../look/palette.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { queryClient } from '../connection/query-client.ts';
import { text } from '../text.ts';
import { fileNameOf, saveFile } from './save-file.ts';

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

/** Saves the drawing as it is seen; resolves to the file's name. */
export async function exportImage(scale: 2 | 4, scheme: Scheme): Promise<string> {
  const drawing = stage();
  if (!drawing) throw new Error(text.export.noImage);
  const title = titleOfView();
  return saved(await drawing.toPng({ scale, scheme, title }), title, 'png');
}

/** Words for the view: the ends of the path on show, or the document. */
function titleOfView(): string {
  const { content } = workspace.getState();
  const ends = content.path ? [content.path.nodeIds[0], content.path.nodeIds.at(-1)] : [];
  const [from, to] = ends.map((id) => (id === undefined ? undefined : content.nodes.get(id)?.caption));
  if (from && to) return text.steps.path(from, to);
  return queryClient.getQueryData(documentsQuery.queryKey)?.documents[0]?.title ?? text.app.name;
}

function saved(file: Blob, title: string, ending: string): string {
  const name = fileNameOf(title, ending);
  saveFile(file, name);
  return name;
}
