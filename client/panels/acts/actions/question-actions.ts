import {
  IconArrowsDiff,
  IconBraces,
  IconCopy,
  IconHexagons,
  IconRouteSquare,
  IconTopologyRing2,
} from '@tabler/icons-react';
import { workspace } from '../../../workspace/workspace.ts';
import { traceBetween } from '../../paths/paths-store.ts';
import { useScreen } from '../../screen-store.ts';
import { text } from '../../text.ts';
import { showTask, type TraceTask } from '../../trace/trace-task.ts';
import type { Action, Target } from '../action.ts';
import { chooseNodes } from '../choose-nodes.ts';
import { copyJson, copyNames } from '../copy-nodes.ts';
import { gatheredOf, namesOf } from '../target.ts';

/** Opens a question about the nodes of the target, which are then those chosen. */
function ask(task: TraceTask) {
  return ({ nodes }: Target) => {
    const chosen = new Set(workspace.getState().chosen.map(({ id }) => id));
    if (!nodes.every((id) => chosen.has(id))) chooseNodes(nodes);
    showTask(task);
    useScreen.getState().openLeft('paths');
  };
}

/** Questions about several nodes, each with as many as it takes; and taking them along. */
export const questionActions: readonly Action[] = [
  {
    id: 'path-between',
    words: text.actions.pathBetween,
    short: text.trace.path,
    keys: ['T'],
    group: 'nodes',
    icon: IconRouteSquare,
    on: 'nodes',
    available: ({ nodes }) => nodes.length === 2,
    run: (target) => {
      const [from, to] = namesOf(target);
      if (from && to) return traceBetween(from, to);
    },
  },
  {
    id: 'connect',
    words: text.actions.connect,
    short: text.trace.connect,
    group: 'nodes',
    icon: IconTopologyRing2,
    on: 'nodes',
    available: ({ nodes }) => nodes.length >= 3 && nodes.length <= 8,
    run: ask('connect'),
  },
  {
    id: 'compare',
    words: text.actions.compare,
    group: 'nodes',
    icon: IconArrowsDiff,
    on: 'nodes',
    available: ({ nodes }) => nodes.length === 2,
    run: ask('compare'),
  },
  {
    id: 'around',
    words: text.actions.around,
    group: 'nodes',
    icon: IconHexagons,
    on: 'nodes',
    run: ask('around'),
  },
  {
    id: 'copy-names',
    words: text.actions.copyNames,
    keys: ['mod+C'],
    keysOn: 'canvas',
    group: 'nodes',
    icon: IconCopy,
    on: 'nodes',
    // Words that were marked on the page are what is to be copied.
    available: () => window.getSelection()?.isCollapsed !== false,
    run: ({ nodes }) => copyNames(nodes),
  },
  {
    id: 'copy-json',
    words: text.actions.copyJson,
    keys: ['mod+shift+C'],
    keysOn: 'canvas',
    group: 'nodes',
    icon: IconBraces,
    on: 'nodes',
    available: (target) => gatheredOf(target).length > 0,
    run: ({ nodes }) => copyJson(nodes),
  },
];
