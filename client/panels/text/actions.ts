import { formatCount } from '../../look/words.ts';
import { nodeWords } from './counts.ts';

export const actions = {
  groups: {
    nodes: 'Selected nodes',
    links: 'Selected link',
    select: 'Select',
    canvas: 'Canvas',
    history: 'Steps',
    go: 'Go to',
  },
  many: nodeWords,
  undo: 'Undo',
  redo: 'Redo',
  expand: 'Add its links',
  isolate: 'Only the selected',
  isolateNeighbours: 'Only with neighbours',
  pin: 'Pin in place',
  chooseAll: 'Select all',
  chooseInverse: 'Invert the selection',
  chooseNone: 'Select none',
  chooseNeighbours: 'Select with neighbours',
  chooseKind: (kind: string, count: number) => `Select every ${kind} (${formatCount(count)})`,
  chooseEnds: 'Select both ends',
  hideLink: 'Hide this link',
  openPanel: (name: string) => `Open ${name}`,
};
