import { useEffect, useMemo } from 'react';
import { SigmaStage } from '../../scene/SigmaStage.tsx';
import type { Emphasis, MenuSubject } from '../../scene/scene-model.ts';
import { kindOfNode } from '../../workspace/kind-of-node.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { attempt } from '../acts/attempt.ts';
import { dropNodes } from '../acts/change-canvas.ts';
import { toggleChosen } from '../acts/choose-nodes.ts';
import { expandNode } from '../acts/expand-node.ts';
import { select } from '../acts/select.ts';
import { targetOfNode } from '../acts/target.ts';
import { forgetViews } from '../acts/view-trail.ts';
import { useNodeLooks } from '../appearance/use-node-looks.ts';
import { useScheme } from '../marks/use-scheme.ts';
import { openMenu } from '../menu/menu-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { CanvasCorner } from './CanvasCorner.tsx';
import type { CanvasParts } from './canvas-parts.ts';
import { endFirstFrame } from './first-frame.ts';
import { frameDrawn, framesShown } from './frame-listeners.ts';
import { takeLassoed, useLasso } from './lasso-mode.ts';
import { boxesOverCanvas } from './over-canvas.ts';
import { pick, usePicking } from './pick-mode.ts';
import { sceneOf } from './scene-of.ts';
import { setStage } from './stage-handle.ts';
import { walkByKey } from './walk.ts';

interface Props {
  small: boolean;
  asleep: boolean;
  parts: CanvasParts | null;
}

/** The drawing, bound to the workspace. Asleep it is made and not yet shown. */
export function GraphCanvas({ small, asleep, parts }: Props) {
  const content = useWorkspace((state) => state.content);
  const selection = useWorkspace((state) => state.selection);
  const chosen = useWorkspace((state) => state.chosen);
  const litLabel = useScreen((screen) => screen.litLabel);
  const litPart = useScreen((screen) => screen.lit);
  const announce = useScreen((screen) => screen.announce);
  const scheme = useScheme();
  const looks = useNodeLooks();
  const graph = useMemo(() => sceneOf(content, looks), [content, looks]);
  const words = { ...text.canvas, label: text.canvas.label(graph.nodes.length, graph.relationships.length) };

  // A path that comes takes the place of what stood out before it.
  useEffect(() => {
    if (content.path) useScreen.getState().lightPart(null);
  }, [content.path]);

  useEffect(() => {
    if (!asleep) void framesShown().then(endFirstFrame);
  }, [asleep]);

  const emphasis = useMemo<Emphasis>(() => {
    const lit =
      litLabel === null
        ? litPart && new Set([...litPart.nodeIds, ...litPart.relationshipIds])
        : new Set(
            visibleGraph(content)
              .nodes.filter((node) => kindOfNode(node) === litLabel)
              .map(({ id }) => id),
          );
    return {
      selectedNode: selection?.kind === 'node' ? selection.id : undefined,
      selectedRelationship: selection?.kind === 'relationship' ? selection.id : undefined,
      chosen: new Set(chosen.map(({ id }) => id)),
      path: content.path ?? undefined,
      lit: lit ?? undefined,
    };
  }, [content, selection, chosen, litLabel, litPart]);

  return (
    <>
      <SigmaStage
        ref={asleep ? null : setStage}
        asleep={asleep}
        graph={graph}
        emphasis={emphasis}
        scheme={scheme}
        words={words}
        onKey={walkByKey}
        onNodeClick={(id, { shift }) => clickNode(id, shift)}
        onRelationshipClick={(id) => select({ kind: 'relationship', id })}
        onBackgroundClick={() => !usePicking.getState().picking && select(null)}
        onNodeDoubleClick={(id) => attempt(() => expandNode(id))}
        onNodesMoved={(nodes) => dropNodes(new Map(nodes.map(({ id, x, y }) => [id, { x, y }])))}
        onMenu={askForMenu}
        onCameraByHand={forgetViews}
        isLassoing={() => useLasso.getState().on}
        onLasso={takeLassoed}
        onFrame={frameDrawn}
        covered={boxesOverCanvas}
        onUnavailable={announce}
      />
      {!asleep && <CanvasCorner graph={graph} scheme={scheme} small={small} parts={parts} />}
      {!asleep && parts && <parts.CanvasBar />}
    </>
  );
}

/** The menu of a node is about all those chosen where it is one of them. */
function askForMenu({ node, relationship }: MenuSubject, at: { x: number; y: number }): void {
  if (node !== undefined) openMenu(targetOfNode(node), at);
  else openMenu({ nodes: [], relationship: relationship ?? null }, at);
}

/** A click gives the node to who asked for one; with Shift it is chosen with others; else it is selected. */
function clickNode(id: string, shift: boolean): void {
  const node = workspace.getState().content.nodes.get(id);
  if (usePicking.getState().picking && node) pick(node);
  else if (shift) toggleChosen(id);
  else select({ kind: 'node', id });
}
