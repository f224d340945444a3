import { CanvasBar } from '../canvas/CanvasBar.tsx';
import { CanvasTools } from '../canvas/CanvasTools.tsx';
import { Minimap } from '../canvas/Minimap.tsx';
import { NothingDrawn } from '../canvas/NothingDrawn.tsx';
import { NotOpen } from '../canvas/NotOpen.tsx';
import { AwayBanner } from '../connection/AwayBanner.tsx';
import { Drawer } from '../drawer/Drawer.tsx';
import { ContextMenu } from '../menu/ContextMenu.tsx';
import { Habits } from './Habits.tsx';
import { LeftPanel } from './LeftPanel.tsx';
import { Notice } from './Notice.tsx';
import { Overlays } from './Overlays.tsx';
import { Rail } from './Rail.tsx';
import { RightPanel } from './RightPanel.tsx';
import { RightPart } from './RightPart.tsx';
import { TopBar } from './TopBar.tsx';
import '../../look/widget-styles.ts';

/** All of the page but its frame and the graph, in one script that comes after the first frame of the graph. */
export const furnishing = {
  AwayBanner,
  CanvasBar,
  CanvasTools,
  ContextMenu,
  Drawer,
  Habits,
  LeftPanel,
  Minimap,
  NotOpen,
  NothingDrawn,
  Notice,
  Overlays,
  Rail,
  RightPanel,
  RightPart,
  TopBar,
};

export type Furnishing = typeof furnishing;
