import { MOST_VIEW_NODES, type SavedView, viewOf } from '../../../server/contract/saved-view.ts';
import { saveContent } from '../../workspace/saved/save-content.ts';
import { workspace } from '../../workspace/workspace.ts';
import { stage } from '../canvas/stage-handle.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useTraceTask } from '../trace/trace-task.ts';
import { plainHash } from './view-address.ts';

/**
 * `link` is as short as can be: whole layout units, no names; the rest of the address stands beside it. `session` is exact:
 * the steps that led there are taken back from it.
 */
export type Purpose = 'link' | 'keep' | 'session';

const DECIMALS = { link: 0, keep: 2, session: 'all' } as const;

/** Everything that is to come back: the content, and how the screen shows it. Throws plain words where it is too much. */
export function collectView(
  purpose: Purpose,
  { name = '', note = '' }: { name?: string; note?: string } = {},
): SavedView {
  const { content, chosen } = workspace.getState();
  if (content.nodes.size > MOST_VIEW_NODES) throw new Error(text.keep.tooMany(MOST_VIEW_NODES));
  const { left, drawer } = useScreen.getState();
  const isLink = purpose === 'link';
  const camera = stage()?.visibleBox() ?? null;
  return viewOf({
    ...saveContent(content, { decimals: DECIMALS[purpose], withCaptions: !isLink }),
    name,
    note,
    savedAt: isLink ? '' : new Date().toISOString(),
    chosen: chosen.map(({ id }) => id),
    screen: { left, task: useTraceTask.getState().task, drawer },
    camera: camera && roundBox(camera, isLink ? 0 : 2),
    place: isLink ? '' : plainHash(window.location.hash),
  });
}

function roundBox(box: NonNullable<SavedView['data']['camera']>, decimals: number) {
  const factor = 10 ** decimals;
  const round = (value: number) => Math.round(value * factor) / factor + 0;
  const { x, y, width, height } = box;
  if (!(width > 0 && height > 0)) return null;
  return { x: round(x), y: round(y), width: Math.max(1, round(width)), height: Math.max(1, round(height)) };
}
