import { setAppearance } from '../../workspace/steps/set-appearance.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { MeasureName } from '../../workspace/workspace-content.ts';
import { nameOfMeasure } from '../appearance/measure-names.ts';
import { text } from '../text.ts';

/** Colours by a measure; null is by kind. */
export function colourBy(measure: MeasureName | null): void {
  const name = measure === null ? text.look.names.kind : nameOfMeasure(measure);
  workspace.getState().step(text.steps.colourBy(name), setAppearance({ colour: measure }));
}

/** Sizes by a measure; null is the usual. */
export function sizeBy(measure: MeasureName | null): void {
  const name = measure === null ? text.look.names.degree : nameOfMeasure(measure);
  workspace.getState().step(text.steps.sizeBy(name), setAppearance({ size: measure }));
}
