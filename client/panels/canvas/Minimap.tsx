import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Scheme } from '../../look/palette.ts';
import { drawOverview, drawSeen, fromOverview, onOverview, overviewOf } from '../../scene/draw-overview.ts';
import type { SceneGraph } from '../../scene/scene-model.ts';
import { MAP_SIZE } from './canvas-parts.ts';
import { onFrame } from './frame-listeners.ts';
import styles from './minimap.module.css';
import { stage } from './stage-handle.ts';

const { width: WIDTH, height: HEIGHT } = MAP_SIZE;
/** Milliseconds until the map follows a change of the graph. */
const DRAWN_AFTER = 100;

/**
 * All of the graph, small, with a frame around what is in view; a press or a drag takes the camera there. The graph is
 * drawn when it changes; while the camera moves only the frame does. For the eye and the pointer alone: the keys of the
 * canvas do the same.
 */
export function Minimap({ graph, scheme }: { graph: SceneGraph; scheme: Scheme }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useRef<HTMLCanvasElement>(null);
  const view = useMemo(() => overviewOf(graph.nodes, WIDTH, HEIGHT), [graph.nodes]);

  useEffect(() => {
    // Without the graphics card, which draws the graph itself at this moment.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context || !view) return;
    const draw = () => {
      setSize(context);
      drawOverview(context, view, graph, scheme);
    };
    // After the frame that shows the graph.
    const turn = setTimeout(draw, DRAWN_AFTER);
    return () => clearTimeout(turn);
  }, [view, graph, scheme]);

  useEffect(() => {
    const context = seen.current?.getContext('2d');
    if (!context || !view) return;
    setSize(context);
    const place = () => {
      const box = stage()?.visibleBox();
      context.clearRect(0, 0, WIDTH, HEIGHT);
      if (box) drawSeen(context, onOverview(view, box), scheme);
    };
    place();
    return onFrame(place);
  }, [view, scheme]);

  const look = (event: PointerEvent<HTMLDivElement>) => {
    const box = stage()?.visibleBox();
    if (!view || !box || event.buttons !== 1) return;
    const edge = event.currentTarget.getBoundingClientRect();
    const { x, y } = fromOverview(view, { x: event.clientX - edge.left, y: event.clientY - edge.top });
    stage()?.showBox({ ...box, x, y });
  };
  if (!view) return null;
  return (
    <div
      className={styles.map}
      aria-hidden
      data-minimap
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        look(event);
      }}
      onPointerMove={look}
    >
      <canvas ref={canvas} className={styles.graph} />
      <canvas ref={seen} className={styles.seen} />
    </div>
  );
}

/** In pixels of the screen, to be drawn on in those of the page. */
function setSize(context: CanvasRenderingContext2D): void {
  const ratio = window.devicePixelRatio || 1;
  context.canvas.width = WIDTH * ratio;
  context.canvas.height = HEIGHT * ratio;
  context.scale(ratio, ratio);
}
