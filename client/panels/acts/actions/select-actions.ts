import {
  IconCategory,
  IconDeselect,
  IconLasso,
  IconSelectAll,
  IconShape,
  IconTopologyStar3,
} from '@tabler/icons-react';
import { countContent } from '../../../workspace/count-content.ts';
import { visibleGraph } from '../../../workspace/visible-graph.ts';
import { workspace } from '../../../workspace/workspace.ts';
import { toggleLasso } from '../../canvas/lasso-mode.ts';
import { plainKind } from '../../marks/plain-kind.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { chooseAll, chooseInverse, chooseKind, chooseNeighbours, clearChosen } from '../choose-nodes.ts';

const visible = () => visibleGraph(workspace.getState().content);

export const selectActions: readonly Action[] = [
  {
    id: 'lasso',
    words: text.lasso.button,
    keys: ['L'],
    group: 'select',
    icon: IconLasso,
    on: 'canvas',
    available: () => visible().nodes.length > 0,
    run: toggleLasso,
  },
  {
    id: 'choose-neighbours',
    words: text.actions.chooseNeighbours,
    keys: ['N'],
    group: 'select',
    icon: IconTopologyStar3,
    on: 'nodes',
    run: ({ nodes }) => chooseNeighbours(nodes),
  },
  {
    id: 'choose-all',
    words: text.actions.chooseAll,
    keys: ['mod+A'],
    keysOn: 'canvas',
    group: 'select',
    icon: IconSelectAll,
    on: 'canvas',
    available: () => visible().nodes.length > 0,
    run: chooseAll,
  },
  {
    id: 'choose-inverse',
    words: text.actions.chooseInverse,
    keys: ['I'],
    group: 'select',
    icon: IconShape,
    on: 'canvas',
    available: () => visible().nodes.length > 0,
    run: chooseInverse,
  },
  {
    id: 'choose-none',
    words: text.actions.chooseNone,
    group: 'select',
    icon: IconDeselect,
    on: 'canvas',
    available: () => workspace.getState().chosen.length > 0,
    run: clearChosen,
  },
];

/** One for each kind that is on the canvas. */
export function kindActions(): Action[] {
  const nodes = new Map(visible().nodes.map((node) => [node.id, node]));
  return countContent({ nodes, relationships: new Map() }).labels.map(({ name, count }) => ({
    id: `choose-kind ${name}`,
    words: text.actions.chooseKind(plainKind(name), count),
    group: 'select',
    icon: IconCategory,
    on: 'page',
    run: () => chooseKind(name),
  }));
}
