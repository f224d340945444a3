import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { workspace } from '../../../workspace/workspace.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';

const history = () => workspace.getState().history;

export const historyActions: readonly Action[] = [
  {
    id: 'undo',
    words: () => text.bar.undo(history().past.at(-1)?.name),
    plain: text.actions.undo,
    keys: ['mod+Z'],
    group: 'history',
    icon: IconArrowBackUp,
    on: 'page',
    available: () => history().past.length > 0,
    run: () => workspace.getState().undo(),
  },
  {
    id: 'redo',
    words: () => text.bar.redo(history().future[0]?.name),
    plain: text.actions.redo,
    keys: ['mod+shift+Z', 'mod+Y'],
    group: 'history',
    icon: IconArrowForwardUp,
    on: 'page',
    available: () => history().future.length > 0,
    run: () => workspace.getState().redo(),
  },
];
