import type { Palette } from '../look/palette.ts';
import type { Box } from './box.ts';
import type { Side } from './label-placement.ts';
import type { NodeGrid } from './node-grid.ts';
import type { Pen } from './pen.ts';
import type { ResolvedEmphasis } from './resolve-emphasis.ts';
import type { StageGraph } from './stage-graph.ts';

const HALO = 4;

/** What is kept from frame to frame. */
export interface LabelMemory {
  sides: Map<string, Side>;
  widths: Map<string, number>;
  /** Names broken into lines, by node. */
  lines: Map<string, string[]>;
}

/** Widths kept at most; past it all are measured anew. */
const WIDTHS_AT_MOST = 20_000;

export function createLabelMemory(): LabelMemory {
  return { sides: new Map(), widths: new Map(), lines: new Map() };
}

export interface LabelScene {
  graph: StageGraph;
  grid: NodeGrid;
  emphasis: ResolvedEmphasis;
  palette: Palette;
  memory: LabelMemory;
  /** What lies over the stage: nothing is written below it. */
  covered: readonly Box[];
  /** The card of the node under the pointer: it stands for the name, and nothing is written where it lies. */
  card: { node: string; box: Box } | null;
}

/** Width of a text in pixels. */
export function measure(context: Pen, memory: LabelMemory, font: string, text: string): number {
  const key = `${font}\n${text}`;
  let width = memory.widths.get(key);
  if (width === undefined) {
    context.font = font;
    width = context.measureText(text).width;
    if (memory.widths.size > WIDTHS_AT_MOST) memory.widths.clear();
    memory.widths.set(key, width);
  }
  return width;
}

/** Writes a text in the current font and fill with a halo in the ground's colour. */
export function writeLine(context: Pen, text: string, x: number, y: number, palette: Palette): void {
  context.strokeStyle = palette.ground;
  context.lineWidth = HALO;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}
