import { documentQuery } from '../../api/queries.ts';
import { evidenceIn } from '../../workspace/evidence-in.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { queryClient } from '../connection/query-client.ts';
import { fileNameOf, saveFile } from '../export/save-file.ts';
import { text } from '../text.ts';
import { looksTold } from './looks-told.ts';
import { pageFile } from './page-file.ts';
import { pageOfView } from './page-of-view.ts';
import { sourceLine } from './save-picture.ts';

/** Saves what is drawn as one page that needs no server; resolves to the file's name. */
export async function savePage(title: string): Promise<string> {
  const { content, selection } = workspace.getState();
  const drawing = stage();
  if (!drawing) throw new Error(text.export.noImage);
  const [viewer, documents] = await Promise.all([readViewer(), readDocuments()]);
  const data = pageOfView(content, {
    title: title || text.app.name,
    source: sourceLine(),
    scene: drawing.scene(),
    camera: drawing.visibleBox(),
    selected: selection?.kind === 'node' ? selection.id : null,
    looks: looksTold(),
    documents,
  });
  const name = fileNameOf(title || text.app.name, 'html');
  saveFile(new Blob([await pageFile(data, viewer)], { type: 'text/html' }), name);
  return name;
}

async function readViewer(): Promise<string> {
  const answer = await fetch(new URL('./offline/page.js', document.baseURI)).catch(() => null);
  const isScript = answer?.ok && /javascript/.test(answer.headers.get('content-type') ?? '');
  if (!answer || !isScript) throw new Error(text.picture.noViewer);
  return answer.text();
}

/** The texts that what is drawn rests on; one that cannot be read only leaves its quotes without a place. */
async function readDocuments() {
  const { nodes, relationships } = visibleGraph(workspace.getState().content);
  const ids = new Set(
    [...nodes, ...relationships].flatMap(({ properties }) =>
      evidenceIn(properties).map(({ document }) => document),
    ),
  );
  const read = await Promise.allSettled([...ids].map((id) => queryClient.fetchQuery(documentQuery(id))));
  return read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
