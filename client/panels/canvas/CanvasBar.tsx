import { useArranging } from '../acts/arrange.ts';
import { ArrangingBar } from './ArrangingBar.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { LassoHint } from './LassoHint.tsx';
import { useLasso } from './lasso-mode.ts';
import { PickHint } from './PickHint.tsx';
import { usePicking } from './pick-mode.ts';

/** What is said over the canvas, one thing at a time: what is going on, else what is chosen. */
export function CanvasBar() {
  const arranging = useArranging((state) => state.running !== null);
  const picking = usePicking((state) => state.picking !== null);
  const lassoing = useLasso((state) => state.on);
  if (arranging) return <ArrangingBar />;
  if (picking) return <PickHint />;
  return lassoing ? <LassoHint /> : <ChosenBar />;
}
