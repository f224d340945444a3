import { type PointerEvent, useEffect, useMemo, useRef } from 'react';
import type { Scheme } from '../../look/palette.ts';
import { drawOverview, fromOverview, onOverview, overviewOf } from '../../scene/draw-overview.ts';
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
  const seen = useRef<HTMLDivElement>(null);
  const view = useMemo(() => overviewOf(graph.nodes, WIDTH, HEIGHT), [graph.nodes]);

  useEffect(() => {
    // Without the graphics card, which draws the graph itself at this moment.
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context || !view) return;
    const draw = () => {
      const ratio = window.devicePixelRatio || 1;
      context.canvas.width = WIDTH * ratio;
      context.canvas.height = HEIGHT * ratio;
      context.scale(ratio, ratio);
      drawOverview(context, view, graph, scheme);
    };
    // After the frame that shows the graph.
    const turn = setTimeout(draw, DRAWN_AFTER);
    return () => clearTimeout(turn);
  }, [view, graph, scheme]);

  useEffect(() => {
    if (!view) return;
    let last = '';
    const place = () => {
      const box = stage()?.visibleBox();
      if (!box || !seen.current) return;
      const { x, y, width, height } = onOverview(view, box);
      const { style } = seen.current;
      style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      const size = `${width.toFixed(1)} ${height.toFixed(1)}`;
      // A size that is set is laid out anew, also where it is the same.
      if (size === last) return;
      last = size;
      style.width = `${width}px`;
      style.height = `${height}px`;
    };
    place();
    return onFrame(place);
  }, [view]);

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
      <div ref={seen} className={styles.seen} />
    </div>
  );
}
