import { scaleColour } from '../../look/number-scale.ts';
import type { Scheme } from '../../look/palette.ts';
import type { LookTold } from '../../scene/scene-model.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { MeasureName } from '../../workspace/workspace-content.ts';
import { groupsOf, scaleOf } from '../appearance/look-of-nodes.ts';
import { formatMeasure, isMeasure, nameOfMeasure } from '../appearance/measure-names.ts';
import { useMeasures } from '../appearance/measures-store.ts';
import { text } from '../text.ts';

const SHARES = [0, 0.25, 0.5, 0.75, 1];
const RAMP = SHARES.map((share) => {
  const shade = (scheme: Scheme) => scaleColour(share, scheme);
  return {
    light: shade('light'),
    dark: shade('dark'),
    'light-contrast': shade('light-contrast'),
    'dark-contrast': shade('dark-contrast'),
  };
});

/** What colours and sizes tell where it is not the usual, for the legend of a picture. */
export function looksTold(): LookTold[] {
  const { colour, size } = workspace.getState().content.appearance;
  return [...(colour === null ? [] : coloursTold(colour)), ...(size === null ? [] : sizesTold(size))];
}

function coloursTold(measure: MeasureName): LookTold[] {
  const values = useMeasures.getState().get(measure)?.values;
  if (!values || !isMeasure(measure)) return [];
  const visible = visibleGraph(workspace.getState().content);
  if (measure !== 'community') {
    return [{ words: `${text.look.colour} ${rangeOf(measure, values)}`, fills: RAMP, by: 'colour' }];
  }
  return groupsOf(values, visible).groups.map(({ leader, fill }) => ({
    words: text.look.around(leader.caption),
    fills: [fill],
    by: 'colour',
  }));
}

function sizesTold(measure: MeasureName): LookTold[] {
  const values = useMeasures.getState().get(measure)?.values;
  if (!values || !isMeasure(measure)) return [];
  return [{ words: `${text.look.size} ${rangeOf(measure, values)}`, fills: [], by: 'size' }];
}

function rangeOf(measure: MeasureName, values: Parameters<typeof scaleOf>[1]): string {
  const visible = visibleGraph(workspace.getState().content);
  const { low, high } = scaleOf(measure, values, visible.nodes.length);
  return text.picture.range(
    nameOfMeasure(measure),
    formatMeasure(measure, low),
    formatMeasure(measure, high),
  );
}
