import { useEffect, useMemo } from 'react';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import type { NodeLooks } from '../canvas/scene-of.ts';
import { useWorkspace } from '../use-workspace.ts';
import { fillsByGroup, fillsByScale, groupsOf, radiiBy, scaleOf } from './look-of-nodes.ts';
import { isMeasure } from './measure-names.ts';
import { keepMeasures, useMeasures } from './measures-store.ts';

/**
 * How nodes look where that tells of a measure, and sees to it that the measure is computed of what is shown. While it is
 * computed again the looks of before stay.
 */
export function useNodeLooks(): NodeLooks {
  const { colour, size } = useWorkspace((state) => state.content.appearance);
  const visible = useWorkspace((state) => visibleGraph(state.content));
  const colourValues = useMeasures((states) => (colour === null ? null : states.get(colour)?.values)) ?? null;
  const sizeValues = useMeasures((states) => (size === null ? null : states.get(size)?.values)) ?? null;

  useEffect(() => {
    keepMeasures(
      [colour, size].flatMap((name) => (name !== null && isMeasure(name) ? [name] : [])),
      visible,
    );
  }, [colour, size, visible]);

  const fills = useMemo(() => {
    if (colour === null || colourValues === null) return null;
    if (colour === 'community') return fillsByGroup(groupsOf(colourValues, visible), visible);
    return fillsByScale(scaleOf(colour, colourValues, visible.nodes.length), colourValues, visible);
  }, [colour, colourValues, visible]);
  const radii = useMemo(
    () => (sizeValues === null ? null : radiiBy(sizeValues, visible)),
    [sizeValues, visible],
  );
  return useMemo(() => ({ fills, radii }), [fills, radii]);
}
