import type { ComponentType } from 'react';
import type { DrawerTab } from '../screen-store.ts';

/** The tabs of the drawer in their order; the words are `text.drawer.tabs`, and each part loads when it is opened. */
export const DRAWER_TABS: Readonly<Record<DrawerTab, () => Promise<ComponentType>>> = {
  nodes: async () => (await import('../table/NodesTable.tsx')).NodesTable,
  links: async () => (await import('../table/LinksTable.tsx')).LinksTable,
  time: async () => (await import('../timeline/Timeline.tsx')).Timeline,
};

export const DRAWER_TAB_NAMES: readonly DrawerTab[] = ['nodes', 'links', 'time'];
