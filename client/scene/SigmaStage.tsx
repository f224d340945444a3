import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Scheme } from '../look/palette.ts';
import styles from './SigmaStage.module.css';
import type { Emphasis, SceneGraph, StageEvents, StageHandle, VisibleBox } from './scene-model.ts';
import { Stage } from './stage.ts';

/** What the canvas says, in the language of the page. */
export interface StageWords {
  /** Its name, and what its keys do. */
  label: string;
  keys: string;
  noWebgl: string;
  lost: string;
  drawAgain: string;
}

interface SigmaStageProps extends StageEvents {
  words: StageWords;
  graph: SceneGraph;
  emphasis: Emphasis;
  scheme: Scheme;
  /** Made, and not yet to be seen or reached. */
  asleep?: boolean;
  ref?: Ref<StageHandle>;
}

/** How often a canvas that the graphics card took away is built again by itself. */
const RESTARTS = 2;
const PAN_STEP = 60;

/** Does what a key means on the canvas; false when it means nothing. */
function steer(stage: Stage, key: string): boolean {
  if (key === 'ArrowLeft') stage.camera.pan(-PAN_STEP, 0);
  else if (key === 'ArrowRight') stage.camera.pan(PAN_STEP, 0);
  else if (key === 'ArrowUp') stage.camera.pan(0, -PAN_STEP);
  else if (key === 'ArrowDown') stage.camera.pan(0, PAN_STEP);
  else if (key === '+' || key === '=') stage.camera.zoom('in');
  else if (key === '-') stage.camera.zoom('out');
  else if (key === '0') stage.camera.fit(true);
  else return false;
  return true;
}

/** The canvas of the graph. Fills its nearest positioned ancestor. */
export function SigmaStage(props: SigmaStageProps) {
  const { graph, emphasis, scheme, ref } = props;
  const container = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const latest = useRef(props);
  /** Where the camera was when the canvas was lost. */
  const inView = useRef<VisibleBox | null>(null);
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
        () => {
          inView.current = stage.current?.camera.visibleBox() ?? null;
          if (starts < RESTARTS) setStarts(starts + 1);
          else fail(latest.current.words.lost);
        },
      );
    } catch {
      container.current.replaceChildren();
      fail(latest.current.words.noWebgl);
      return;
    }
    stage.current = created;
    created.setGraph(latest.current.graph);
    created.setEmphasis(latest.current.emphasis);
    if (inView.current) created.camera.showBox(inView.current);
    inView.current = null;
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
      fit: ({ animate = true } = {}) => stage.current?.camera.fit(animate) ?? false,
      show: (ids) => stage.current?.show(ids) ?? false,
      cameraPlace: () => stage.current?.camera.place() ?? null,
      returnTo: (place) => stage.current?.camera.returnTo(place),
      zoomIn: () => stage.current?.camera.zoom('in'),
      zoomOut: () => stage.current?.camera.zoom('out'),
      visibleBox: () => stage.current?.camera.visibleBox() ?? null,
      showBox: (box) => stage.current?.camera.showBox(box),
      placeNames: () => stage.current?.placeNames(),
      scene: () => latest.current.graph,
      toPng: (options) =>
        stage.current?.toPng(options) ?? Promise.reject(new Error(latest.current.words.noWebgl)),
      toSvg: (options) =>
        stage.current?.toSvg(options) ?? Promise.reject(new Error(latest.current.words.noWebgl)),
      nodeOnScreen: (id) => stage.current?.nodeOnScreen(id) ?? null,
    }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (!stage.current || event.ctrlKey || event.metaKey || event.altKey) return;
    const isMeant =
      (!event.shiftKey && latest.current.onKey?.(event.key) === true) || steer(stage.current, event.key);
    if (isMeant) event.preventDefault();
  };

  if (trouble !== null) {
    return (
      // A key of its own: the stage clears its element when it goes, and must not find this in it.
      <div key="trouble" className={styles.trouble}>
        <p role="alert">{trouble}</p>
        <button
          type="button"
          onClick={() => {
            setStarts(0);
            setTrouble(null);
          }}
        >
          {props.words.drawAgain}
        </button>
      </div>
    );
  }
  return (
    <div
      key="stage"
      inert={props.asleep === true}
      ref={container}
      role="application"
      aria-label={props.words.label}
      aria-description={props.words.keys}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is walked, moved and zoomed by keys
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={styles.stage}
    />
  );
}
