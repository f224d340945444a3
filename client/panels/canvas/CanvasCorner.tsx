import type { Scheme } from '../../look/palette.ts';
import type { SceneGraph } from '../../scene/scene-model.ts';
import { useScreen } from '../screen-store.ts';
import styles from './canvas.module.css';
import { type CanvasParts, MAP_SIZE } from './canvas-parts.ts';
import { overCanvas } from './over-canvas.ts';

/** So many nodes are seen at a glance without a map of them. */
const MAP_ABOVE = 300;
const BUTTON = 32;
const BUTTONS = { withMap: 5, plain: 4 } as const;

interface Props {
  graph: SceneGraph;
  scheme: Scheme;
  small: boolean;
  parts: CanvasParts | null;
}

/** The buttons in the corner of the canvas and, beside a large graph, a small map. Their room is kept before they come. */
export function CanvasCorner({ graph, scheme, small, parts }: Props) {
  const isLarge = graph.nodes.length > MAP_ABOVE;
  const hasMap = useScreen((screen) => screen.minimap ?? !small) && isLarge;
  const row = BUTTON * (isLarge ? BUTTONS.withMap : BUTTONS.plain);
  const size = small ? { width: row, height: BUTTON } : { width: BUTTON, height: row };
  return (
    <>
      {hasMap && (
        <div ref={overCanvas} className={styles.map} style={MAP_SIZE}>
          {parts && <parts.Minimap graph={graph} scheme={scheme} />}
        </div>
      )}
      <div ref={overCanvas} className={styles.zoom} style={size}>
        {parts && <parts.CanvasTools small={small} map={isLarge ? hasMap : null} />}
      </div>
    </>
  );
}
