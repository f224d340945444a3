import {
  IconCommand,
  IconFilter,
  IconInfoCircle,
  IconKeyboard,
  IconLink,
  IconListSearch,
  IconMenu2,
  IconPalette,
  IconRoute,
  IconSearch,
  IconStack2,
  IconTable,
  IconTimeline,
} from '@tabler/icons-react';
import { focusSearch } from '../../find/search-field.ts';
import { openKeys } from '../../keys/keys-store.ts';
import { openForSelected } from '../../menu/open-for-selected.ts';
import { openPalette } from '../../palette/palette-store.ts';
import { type DrawerTab, type LeftPanel, useScreen } from '../../screen-store.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { copyLink } from '../copy-link.ts';

const PANELS: readonly (readonly [LeftPanel, NonNullable<Action['icon']>])[] = [
  ['find', IconListSearch],
  ['paths', IconRoute],
  ['filter', IconFilter],
  ['views', IconStack2],
  ['look', IconPalette],
  ['about', IconInfoCircle],
];

const TABS: readonly (readonly [DrawerTab, NonNullable<Action['icon']>])[] = [
  ['nodes', IconTable],
  ['links', IconTable],
  ['time', IconTimeline],
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
  ...TABS.map(
    ([tab, icon]): Action => ({
      id: `open-${tab}`,
      words: text.actions.openPanel(text.drawer.open[tab]),
      group: 'go',
      icon,
      on: 'page',
      run: () => useScreen.getState().openDrawer(tab),
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
