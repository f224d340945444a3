import type { ComponentType } from 'react';
import type { Scheme } from '../../look/palette.ts';
import type { SceneGraph } from '../../scene/scene-model.ts';
import type { Opening } from './use-first-graph.ts';

/** What the canvas shows beside the drawing, once its script is there. */
export interface CanvasParts {
  NotOpen: ComponentType<{ opening: Exclude<Opening, { state: 'open' }>; away: boolean }>;
  NothingDrawn: ComponentType<{ gathered: number }>;
  Minimap: ComponentType<{ graph: SceneGraph; scheme: Scheme }>;
  CanvasBar: ComponentType;
  /** Its `map` says whether the small map is shown; null where the graph needs none. */
  CanvasTools: ComponentType<{ small: boolean; map: boolean | null }>;
}

/** Pixels of the small map. */
export const MAP_SIZE = { width: 176, height: 120 } as const;
