import { IconCircles, IconPalette } from '@tabler/icons-react';
import { workspace } from '../../../workspace/workspace.ts';
import type { MeasureName } from '../../../workspace/workspace-content.ts';
import {
  COLOUR_MEASURES,
  meaningOfMeasure,
  measureOfProperty,
  nameOfMeasure,
  numberProperties,
  SIZE_MEASURES,
} from '../../appearance/measure-names.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { colourBy, sizeBy } from '../set-looks.ts';

/** One for all that colours and sizes can tell whatever the graph is; null is the usual. */
export const lookActions: readonly Action[] = [
  ...[null, ...COLOUR_MEASURES].map(colourAction),
  ...[null, ...SIZE_MEASURES].map(sizeAction),
];

/** The same for each property of nodes that is a number. */
export function numberActions(): Action[] {
  const measures = numberProperties(workspace.getState().content.nodes).map(measureOfProperty);
  return [...measures.map(colourAction), ...measures.map(sizeAction)];
}

const appearance = () => workspace.getState().content.appearance;

function colourAction(measure: MeasureName | null): Action {
  return {
    ...about(measure),
    id: `colour ${measure ?? 'kind'}`,
    words: text.steps.colourBy(measure === null ? text.look.names.kind : nameOfMeasure(measure)),
    icon: IconPalette,
    available: () => appearance().colour !== measure,
    run: () => colourBy(measure),
  };
}

function sizeAction(measure: MeasureName | null): Action {
  return {
    ...about(measure),
    id: `size ${measure ?? 'usual'}`,
    words: measure === null ? text.look.usualSize : text.steps.sizeBy(nameOfMeasure(measure)),
    icon: IconCircles,
    available: () => appearance().size !== measure,
    run: () => sizeBy(measure),
  };
}

function about(measure: MeasureName | null): Pick<Action, 'group' | 'on' | 'also'> {
  return { group: 'canvas', on: 'page', ...(measure === null ? {} : { also: meaningOfMeasure(measure) }) };
}
