import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { workspace } from '../../../workspace/workspace.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { nameOfUndo, undo, useViewTrail } from '../view-trail.ts';

const history = () => workspace.getState().history;

export const historyActions: readonly Action[] = [
  {
    id: 'undo',
    words: () => text.bar.undo(nameOfUndo(useViewTrail.getState().looks, history().past)),
    plain: text.actions.undo,
    keys: ['mod+Z'],
    group: 'history',
    icon: IconArrowBackUp,
    on: 'page',
    available: () => nameOfUndo(useViewTrail.getState().looks, history().past) !== undefined,
    run: undo,
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
