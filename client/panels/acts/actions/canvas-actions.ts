import {
  IconArrowsMaximize,
  IconDownload,
  IconEraser,
  IconEye,
  IconFileImport,
  IconRestore,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { visibleGraph } from '../../../workspace/visible-graph.ts';
import { workspace } from '../../../workspace/workspace.ts';
import { stage } from '../../canvas/stage-handle.ts';
import { openExport } from '../../export/export-store.ts';
import { openImport } from '../../import/import-store.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { clearCanvas, showAll } from '../change-canvas.ts';
import { bringFirstGraph } from '../first-graph.ts';
import { lookAtAll } from '../view-trail.ts';

const visible = () => visibleGraph(workspace.getState().content);

export const canvasActions: readonly Action[] = [
  {
    id: 'fit',
    words: text.canvas.fit,
    keys: ['0'],
    group: 'canvas',
    icon: IconArrowsMaximize,
    on: 'canvas',
    run: () => lookAtAll(),
  },
  {
    id: 'zoom-in',
    words: text.canvas.zoomIn,
    keys: ['[plus]', 'shift+[plus]'],
    group: 'canvas',
    icon: IconZoomIn,
    on: 'page',
    run: () => stage()?.zoomIn(),
  },
  {
    id: 'zoom-out',
    words: text.canvas.zoomOut,
    keys: ['-'],
    group: 'canvas',
    icon: IconZoomOut,
    on: 'page',
    run: () => stage()?.zoomOut(),
  },
  {
    id: 'show-all',
    words: text.views.showAll,
    group: 'canvas',
    icon: IconEye,
    on: 'canvas',
    available: () => visible().hiddenNodeCount + visible().hiddenRelationshipCount > 0,
    run: showAll,
  },
  {
    id: 'export',
    words: text.export.action,
    also: text.export.also,
    keys: ['mod+shift+E'],
    group: 'canvas',
    icon: IconDownload,
    on: 'canvas',
    run: () => openExport(),
  },
  {
    id: 'first-graph',
    words: text.views.startOver,
    group: 'canvas',
    icon: IconRestore,
    on: 'canvas',
    run: bringFirstGraph,
  },
  {
    id: 'import',
    words: text.import.open,
    also: text.import.also,
    group: 'canvas',
    icon: IconFileImport,
    on: 'canvas',
    run: () => openImport(),
  },
  {
    id: 'clear',
    words: text.views.clear,
    group: 'canvas',
    icon: IconEraser,
    on: 'canvas',
    available: () => workspace.getState().content.nodes.size > 0,
    run: clearCanvas,
  },
];
