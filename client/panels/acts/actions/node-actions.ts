import {
  IconCircleDotted,
  IconCircleMinus,
  IconCirclePlus,
  IconEyeOff,
  IconFocus2,
  IconPin,
  IconPinnedOff,
  IconRoute,
} from '@tabler/icons-react';
import { expandedIn } from '../../../workspace/steps/collapse-node.ts';
import { workspace } from '../../../workspace/workspace.ts';
import { beginTrace } from '../../paths/paths-store.ts';
import { text } from '../../text.ts';
import type { Action, Target } from '../action.ts';
import { collapse, hideNodes, keepOnly, keepOnlyNeighbours, pin, unpin } from '../change-canvas.ts';
import { EXPAND_TOGETHER, expandNodes } from '../expand-node.ts';
import { gatheredOf } from '../target.ts';
import { lookAt } from '../view-trail.ts';

const content = () => workspace.getState().content;
const anyGathered = (target: Target) => target.nodes.some((id) => content().nodes.has(id));
const isOne = ({ nodes }: Target) => nodes.length === 1;
const nodeOf = ({ nodes: [id = ''] }: Target) => content().nodes.get(id);

export const nodeActions: readonly Action[] = [
  {
    id: 'expand',
    words: text.actions.expand,
    keys: ['E'],
    group: 'nodes',
    icon: IconCirclePlus,
    on: 'nodes',
    available: ({ nodes }) => nodes.length <= EXPAND_TOGETHER,
    run: ({ nodes }) => expandNodes(nodes),
  },
  {
    id: 'collapse',
    words: text.actions.collapse,
    keys: ['shift+E'],
    group: 'nodes',
    icon: IconCircleMinus,
    on: 'nodes',
    available: (target) => target.nodes.some((id) => expandedIn(content()).has(id)),
    run: (target) => collapse(gatheredOf(target)),
  },
  {
    id: 'isolate-neighbours',
    words: text.actions.isolateNeighbours,
    keys: ['O'],
    group: 'nodes',
    icon: IconCircleDotted,
    on: 'nodes',
    available: anyGathered,
    run: (target) => keepOnlyNeighbours(gatheredOf(target)),
  },
  {
    id: 'isolate',
    words: text.actions.isolate,
    keys: ['shift+O'],
    group: 'nodes',
    icon: IconCircleDotted,
    on: 'nodes',
    available: (target) => target.nodes.length > 1 && anyGathered(target),
    run: (target) => keepOnly(gatheredOf(target)),
  },
  {
    id: 'hide',
    words: text.details.hide,
    keys: ['H', 'Delete'],
    group: 'nodes',
    icon: IconEyeOff,
    on: 'nodes',
    available: anyGathered,
    run: (target) => hideNodes(gatheredOf(target)),
  },
  {
    id: 'pin',
    words: text.actions.pin,
    keys: ['P'],
    group: 'nodes',
    icon: IconPin,
    on: 'nodes',
    available: (target) => gatheredOf(target).some((id) => !content().pinned.has(id)),
    run: (target) => pin(gatheredOf(target)),
  },
  {
    id: 'unpin',
    words: text.details.unpin,
    keys: ['shift+P'],
    group: 'nodes',
    icon: IconPinnedOff,
    on: 'nodes',
    available: (target) => target.nodes.some((id) => content().pinned.has(id)),
    run: (target) => unpin(gatheredOf(target)),
  },
  {
    id: 'find-on-canvas',
    words: text.details.center,
    keys: ['F'],
    group: 'nodes',
    icon: IconFocus2,
    on: 'nodes',
    available: anyGathered,
    run: (target) => lookAt(gatheredOf(target)),
  },
  {
    id: 'trace-from',
    words: text.details.traceFrom,
    group: 'nodes',
    icon: IconRoute,
    on: 'nodes',
    available: (target) => isOne(target) && anyGathered(target),
    run: (target) => {
      const node = nodeOf(target);
      if (node) beginTrace('from', node);
    },
  },
  {
    id: 'trace-to',
    words: text.details.traceTo,
    group: 'nodes',
    icon: IconRoute,
    on: 'nodes',
    available: (target) => isOne(target) && anyGathered(target),
    run: (target) => {
      const node = nodeOf(target);
      if (node) beginTrace('to', node);
    },
  },
];
