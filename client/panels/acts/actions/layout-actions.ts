import { LAYOUT_NAMES, type LayoutName } from '../../../layout/layout-model.ts';
import { visibleGraph } from '../../../workspace/visible-graph.ts';
import { workspace } from '../../../workspace/workspace.ts';
import { text } from '../../text.ts';
import { LAYOUT_ICONS } from '../../views/layout-icons.ts';
import type { Action } from '../action.ts';
import { arrange } from '../arrange.ts';

/** One for each layout. */
export const layoutActions: readonly Action[] = LAYOUT_NAMES.map(layoutAction);

export function layoutAction(name: LayoutName): Action {
  return {
    id: `lay-out ${name}`,
    words: text.layouts.action(text.layouts.names[name]),
    also: text.layouts.means[name],
    group: 'canvas',
    icon: LAYOUT_ICONS[name],
    on: 'canvas',
    available: () => visibleGraph(workspace.getState().content).nodes.length > 0,
    run: ({ nodes: [centre] }) => arrange(name, centre),
  };
}
