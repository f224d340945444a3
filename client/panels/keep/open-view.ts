import { MOST_VIEW_NODES, type ReadView, type SavedView } from '../../../server/contract/saved-view.ts';
import { call } from '../../api/call.ts';
import { settleHues } from '../../look/kinds.ts';
import { countContent } from '../../workspace/count-content.ts';
import { type History, NO_HISTORY, type Timeline } from '../../workspace/history.ts';
import { type Restored, restoreContent } from '../../workspace/saved/restore-content.ts';
import { setContent } from '../../workspace/steps/set-content.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
import { attempt } from '../acts/attempt.ts';
import { stage } from '../canvas/stage-handle.ts';
import { openPlace } from '../frame/open-place.ts';
import { isDrawerTab, isLeftPanel, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { isTraceTask, showTask } from '../trace/trace-task.ts';
import { useKept } from './kept-store.ts';
import { readShared } from './shared-views.ts';
import { type AskedView, plainHash, viewAskedBy } from './view-address.ts';

/** A view whose content is on the canvas, while what belongs to it is still to be opened. */
export interface OpenedView {
  view: SavedView;
  timeline: Timeline;
}

/** The view, or an error in plain words. */
export function viewOrThrow(read: ReadView): SavedView {
  if ('view' in read) return read.view;
  throw new Error(read.problem === 'newer' ? text.keep.newer : text.keep.problems[read.problem](read.detail));
}

/** Reads the view that an address asks for. Rejects with plain words where there is none. */
export async function readAsked(asked: AskedView, hash: string, signal?: AbortSignal): Promise<SavedView> {
  if (asked.kind === 'shared') return readShared(asked.id, signal);
  const { unpackView } = await import('./view-link.ts');
  const read = unpackView(asked.packed);
  if ('problem' in read && read.problem !== 'newer') throw new Error(text.keep.brokenLink);
  const { meta, data } = viewOrThrow(read);
  // What stands beside the view in the link belongs to it.
  return { meta, data: { ...data, place: plainHash(hash) } };
}

/** Asks the database for what a view names, and puts the content together. */
export async function findContent({ data }: SavedView, signal?: AbortSignal): Promise<Restored> {
  if (data.nodes.length > MOST_VIEW_NODES) throw new Error(text.keep.tooMany(MOST_VIEW_NODES));
  const own = new Set(data.own.nodes.map(({ id }) => id));
  const nodeIds = data.nodes.filter((id) => !own.has(id));
  const found =
    nodeIds.length === 0
      ? { nodes: [], relationships: [] }
      : await call('subgraph', { body: { nodeIds }, signal });
  const restored = restoreContent(data, found);
  settleHues(countContent(restored.content).labels);
  return restored;
}

/**
 * Begins the page with a view, and with the history that is found for its content where all of that is there again.
 * Resolves to false where nothing of it is in this graph.
 */
export async function openAtStart(
  view: SavedView,
  signal: AbortSignal,
  historyOf: (content: WorkspaceContent) => History = () => NO_HISTORY,
): Promise<boolean> {
  const { content, missing } = await findContent(view, signal);
  signal.throwIfAborted();
  if (content.nodes.size === 0 && view.data.nodes.length > 0) return false;
  const isWhole = missing.nodes.length + missing.relationshipCount === 0;
  workspace.getState().openContent(content, isWhole ? historyOf(content) : NO_HISTORY);
  useKept.setState({ missing, opened: { view, timeline: timelineNow() } });
  return true;
}

/** Opens a view in place of what is on the canvas, as one step. */
export async function openAsStep(view: SavedView): Promise<void> {
  const opened = await putOnCanvas(view);
  await openPlace(view.data.place);
  finishOpening(opened);
}

/** Puts the view of an address in place of what is on the canvas, as one step; what goes wrong is said. */
export async function openAskedView(hash: string): Promise<OpenedView | null> {
  const asked = viewAskedBy(hash);
  if (!asked) return null;
  let opened: OpenedView | null = null;
  await attempt(async () => {
    opened = await putOnCanvas(await readAsked(asked, hash));
  });
  return opened;
}

async function putOnCanvas(view: SavedView): Promise<OpenedView> {
  const { content, missing } = await findContent(view);
  if (content.nodes.size === 0 && view.data.nodes.length > 0) throw new Error(text.keep.nothingFound);
  workspace.getState().step(text.steps.openView(view.data.name), setContent(content));
  useKept.setState({ missing });
  return { view, timeline: timelineNow() };
}

/**
 * After its question was asked and its selection made: the content, the panel and the camera as the view has them,
 * whatever the asking did to them.
 */
export function finishOpening({ view, timeline }: OpenedView): void {
  const { chosen, screen, camera } = view.data;
  const { goTo, choose } = workspace.getState();
  goTo(timeline);
  choose(chosen.flatMap((id) => timeline.content.nodes.get(id) ?? []));
  if (screen) {
    if (isTraceTask(screen.task)) showTask(screen.task);
    useScreen.setState({
      left: isLeftPanel(screen.left) ? screen.left : null,
      drawer: isDrawerTab(screen.drawer) ? screen.drawer : null,
    });
  }
  // The drawing takes in new nodes when React has rendered them, and moves once more for what was asked.
  if (camera) requestAnimationFrame(() => requestAnimationFrame(() => stage()?.showBox(camera)));
}

function timelineNow(): Timeline {
  const { content, history } = workspace.getState();
  return { content, history };
}
