import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Scheme } from '../look/palette.ts';
import { formatCount } from '../look/words.ts';
import styles from './SigmaStage.module.css';
import type { Emphasis, SceneGraph, StageEvents, StageHandle } from './scene-model.ts';
import { Stage } from './stage.ts';

interface SigmaStageProps extends StageEvents {
  graph: SceneGraph;
  emphasis: Emphasis;
  scheme: Scheme;
  ref?: Ref<StageHandle>;
}

const NO_WEBGL =
  'This browser cannot draw the graph: it has no WebGL. The list in Find shows the same nodes and links.';
const LOST = 'The graphics of this browser stopped. The list in Find shows the same nodes and links.';
/** How often a canvas that the graphics card took away is built again by itself. */
const RESTARTS = 2;
const PAN_STEP = 60;

/** Does what a key means on the canvas; false when it means nothing. */
function steer(stage: Stage, key: string): boolean {
  if (key === 'ArrowLeft') stage.pan(-PAN_STEP, 0);
  else if (key === 'ArrowRight') stage.pan(PAN_STEP, 0);
  else if (key === 'ArrowUp') stage.pan(0, -PAN_STEP);
  else if (key === 'ArrowDown') stage.pan(0, PAN_STEP);
  else if (key === '+' || key === '=') stage.zoomIn();
  else if (key === '-') stage.zoomOut();
  else if (key === '0') stage.fit();
  else return false;
  return true;
}

/** The canvas of the graph. Fills its nearest positioned ancestor. */
export function SigmaStage(props: SigmaStageProps) {
  const { graph, emphasis, scheme, ref } = props;
  const container = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const latest = useRef(props);
  const [starts, setStarts] = useState(0);
  const [trouble, setTrouble] = useState<string | null>(null);
  latest.current = props;

  useEffect(() => {
    if (!container.current || trouble !== null) return;
    const fail = (reason: string) => {
      setTrouble(reason);
      latest.current.onUnavailable?.(reason);
    };
    let created: Stage;
    try {
      created = new Stage(
        container.current,
        latest.current.scheme,
        () => latest.current,
        () => (starts < RESTARTS ? setStarts(starts + 1) : fail(LOST)),
      );
    } catch {
      container.current.replaceChildren();
      fail(NO_WEBGL);
      return;
    }
    stage.current = created;
    created.setGraph(latest.current.graph);
    created.setEmphasis(latest.current.emphasis);
    return () => {
      stage.current = null;
      created.kill();
    };
  }, [starts, trouble]);

  useEffect(() => stage.current?.setGraph(graph), [graph]);
  useEffect(() => stage.current?.setEmphasis(emphasis), [emphasis]);
  useEffect(() => stage.current?.setScheme(scheme, latest.current.graph), [scheme]);

  useImperativeHandle(
    ref,
    () => ({
      fit: (options) => stage.current?.fit(options),
      show: (ids) => stage.current?.show(ids),
      zoomIn: () => stage.current?.zoomIn(),
      zoomOut: () => stage.current?.zoomOut(),
      toPng: (options) => stage.current?.toPng(options) ?? Promise.reject(new Error(NO_WEBGL)),
      nodeOnScreen: (id) => stage.current?.nodeOnScreen(id) ?? null,
    }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!stage.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (steer(stage.current, event.key)) event.preventDefault();
  };

  if (trouble !== null) {
    return (
      <div className={styles.trouble}>
        <p role="alert">{trouble}</p>
        <button
          type="button"
          onClick={() => {
            setStarts(0);
            setTrouble(null);
          }}
        >
          Draw again
        </button>
      </div>
    );
  }
  const counts = `${formatCount(graph.nodes.length, 'node')}, ${formatCount(graph.relationships.length, 'link')}`;
  return (
    <section
      ref={container}
      aria-label={`Graph: ${counts}. Arrow keys move it, plus and minus zoom, 0 shows all.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys pan the canvas, plus and minus zoom it
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={styles.stage}
    />
  );
}
