import type { Point } from './edge-geometry.ts';
import { isInside } from './polygon.ts';
import type { StageEvents } from './scene-model.ts';
import { boundsOf, type Renderer } from './viewport.ts';

/** Pixels between two points of the line. */
const STRIDE = 3;
/** Fewer points than this are a click. */
const LEAST_POINTS = 4;
/** Milliseconds after the end of a press in which the browser reports its click. */
const CLICK_MS = 50;
const SVG = 'http://www.w3.org/2000/svg';

export interface Lasso {
  /** Whether a line is being drawn or was just now, or the next press begins one. */
  isOn(): boolean;
}

/**
 * Lets mouse and finger draw a line around nodes: while the page asks for it wherever the press begins, else with Shift beside
 * the nodes. The picture rests meanwhile. A second finger ends it without a choice.
 */
export function drawLasso(sigma: Renderer, events: () => StageEvents): Lasso {
  const container = sigma.getContainer();
  let justDrawn = false;
  let line: Point[] | null = null;
  let drawing: { svg: SVGSVGElement; polygon: SVGPolygonElement } | null = null;

  const isAsked = () => events().isLassoing?.() === true;
  const end = () => {
    line = null;
    drawing?.svg.remove();
    drawing = null;
  };
  const begin = ({ x, y, original }: Point & { original: MouseEvent | TouchEvent }) => {
    if (original instanceof MouseEvent ? original.button !== 0 : original.touches.length !== 1) return;
    line = [{ x, y }];
  };
  const press = ({ event }: { event: Parameters<typeof begin>[0] }) => {
    if (isAsked() || event.original.shiftKey) begin(event);
  };
  sigma.on('downStage', press);
  sigma.on('downEdge', press);
  sigma.on('downNode', ({ event }) => isAsked() && begin(event));

  sigma.on('moveBody', ({ event }) => {
    if (!line) return;
    if (!(event.original instanceof MouseEvent) && event.original.touches.length > 1) return end();
    event.preventSigmaDefault();
    const last = line.at(-1);
    if (last && Math.hypot(event.x - last.x, event.y - last.y) < STRIDE) return;
    line.push({ x: event.x, y: event.y });
    drawing ??= appendDrawing(container);
    drawing.polygon.setAttribute('points', line.map(({ x, y }) => `${x},${y}`).join(' '));
  });

  const finish = ({ event }: { event: { original: MouseEvent | TouchEvent } }) => {
    const drawn = line;
    end();
    if (!drawn || drawn.length < LEAST_POINTS) return;
    // The browser reports a click where the line ends.
    justDrawn = true;
    setTimeout(() => {
      justDrawn = false;
    }, CLICK_MS);
    events().onLasso?.(nodesWithin(sigma, drawn), { add: event.original.shiftKey });
  };
  sigma.on('upNode', finish);
  sigma.on('upEdge', finish);
  sigma.on('upStage', finish);
  sigma.on('kill', end);
  return { isOn: () => line !== null || justDrawn || isAsked() };
}

function nodesWithin(sigma: Renderer, line: readonly Point[]): string[] {
  const box = boundsOf(line);
  if (!box) return [];
  return sigma.getGraph().filterNodes((_, { x, y }) => {
    const at = sigma.graphToViewport({ x, y });
    if (at.x < box.left || at.x > box.right || at.y < box.low || at.y > box.high) return false;
    return isInside(at, line);
  });
}

function appendDrawing(container: HTMLElement) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  svg.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  const polygon = document.createElementNS(SVG, 'polygon');
  polygon.style.cssText =
    'fill:var(--accent);fill-opacity:0.12;stroke:var(--accent);stroke-width:1.5;stroke-dasharray:5 4';
  svg.append(polygon);
  container.append(svg);
  return { svg, polygon };
}
