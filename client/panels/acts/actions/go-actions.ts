import {
  IconCommand,
  IconFilter,
  IconInfoCircle,
  IconKeyboard,
  IconLink,
  IconListSearch,
  IconMenu2,
  IconRoute,
  IconSearch,
  IconStack2,
} from '@tabler/icons-react';
import { focusSearch } from '../../find/search-field.ts';
import { openKeys } from '../../keys/keys-store.ts';
import { openForSelected } from '../../menu/open-for-selected.ts';
import { openPalette } from '../../palette/palette-store.ts';
import { type LeftPanel, useScreen } from '../../screen-store.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { copyLink } from '../copy-link.ts';

const PANELS: readonly (readonly [LeftPanel, NonNullable<Action['icon']>])[] = [
  ['find', IconListSearch],
  ['paths', IconRoute],
  ['filter', IconFilter],
  ['views', IconStack2],
  ['about', IconInfoCircle],
];

export const goActions: readonly Action[] = [
  {
    id: 'palette',
    words: text.palette.open,
    keys: ['mod+K'],
    group: 'go',
    icon: IconCommand,
    on: 'canvas',
    run: openPalette,
  },
  {
    id: 'menu',
    words: text.menu.open,
    keys: ['shift+F10', 'ContextMenu'],
    group: 'go',
    icon: IconMenu2,
    on: 'page',
    run: openForSelected,
  },
  {
    id: 'search',
    words: text.bar.search,
    keys: ['slash'],
    group: 'go',
    icon: IconSearch,
    on: 'page',
    run: focusSearch,
  },
  ...PANELS.map(
    ([panel, icon]): Action => ({
      id: `open-${panel}`,
      words: text.actions.openPanel(text.rail[panel]),
      group: 'go',
      icon,
      on: 'page',
      run: () => useScreen.getState().openLeft(panel),
    }),
  ),
  { id: 'copy-link', words: text.bar.copyLink, group: 'go', icon: IconLink, on: 'page', run: copyLink },
  {
    id: 'keys',
    words: text.keys.heading,
    keys: ['shift+?', '?'],
    group: 'go',
    icon: IconKeyboard,
    on: 'page',
    run: openKeys,
  },
];
