import { create } from 'zustand';
import { computeMeasure } from '../../measures/compute-measure.ts';
import { isGraphMeasure, type MeasureRequest } from '../../measures/measure-model.ts';
import { numberOf, propertyOf } from '../../workspace/property-value.ts';
import type { VisibleGraph } from '../../workspace/visible-graph.ts';
import type { MeasureName } from '../../workspace/workspace-content.ts';
import { propertyOfMeasure } from './measure-names.ts';

/** The numbers of a measure, by node id. */
export interface MeasureValues {
  /** What was shown when they were computed. */
  of: VisibleGraph;
  numbers: ReadonlyMap<string, number>;
  /** Nodes that were started from, where not all were. */
  sampled?: number;
}

export interface MeasureState {
  /** Those of before, while new ones are computed. */
  values: MeasureValues | null;
  /** Share from 0 to 1, or null where nobody knows, while it is computed. */
  computing: { progress: number | null } | null;
  error: unknown;
}

const NOTHING: MeasureState = { values: null, computing: null, error: null };

/** What was computed of what is shown; passing, and never part of the graph's history. */
export const useMeasures = create<ReadonlyMap<MeasureName, MeasureState>>()(() => new Map());

const running = new Map<MeasureName, { of: VisibleGraph; controller: AbortController }>();

function put(measure: MeasureName, change: Partial<MeasureState>): void {
  const states = useMeasures.getState();
  const state = { ...NOTHING, ...states.get(measure), ...change };
  useMeasures.setState(new Map(states).set(measure, state), true);
}

/** Sees to it that the measures are computed of what is shown, and nothing else is being computed. */
export function keepMeasures(wanted: readonly MeasureName[], visible: VisibleGraph): void {
  for (const [measure, { of, controller }] of running) {
    if (!wanted.includes(measure) || of !== visible) stop(measure, controller);
  }
  for (const measure of new Set(wanted)) {
    const known = useMeasures.getState().get(measure);
    if (running.has(measure) || known?.values?.of === visible) continue;
    const property = propertyOfMeasure(measure);
    if (property !== null) put(measure, { values: readProperty(property, visible), error: null });
    else if (isGraphMeasure(measure)) void compute(measure, visible);
  }
}

/** Ends what is being computed. */
export function stopMeasure(measure: MeasureName): void {
  const run = running.get(measure);
  if (run) stop(measure, run.controller);
}

function stop(measure: MeasureName, controller: AbortController): void {
  running.delete(measure);
  controller.abort();
  put(measure, { computing: null });
}

async function compute(measure: MeasureRequest['measure'], visible: VisibleGraph): Promise<void> {
  const controller = new AbortController();
  const run = { of: visible, controller };
  running.set(measure, run);
  put(measure, { computing: { progress: null }, error: null });
  // The order of ids, so that the same graph gives the same numbers however it was gathered.
  const ids = visible.nodes.map(({ id }) => id).sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  const ends = Uint32Array.from(
    visible.relationships.flatMap(({ source, target }) => [places.get(source) ?? 0, places.get(target) ?? 0]),
  );
  try {
    const { values, sampled } = await computeMeasure(
      { measure, nodeCount: ids.length, ends },
      {
        signal: controller.signal,
        onProgress: (progress) => put(measure, { computing: { progress } }),
      },
    );
    const numbers = new Map(ids.map((id, place) => [id, values[place] ?? 0]));
    put(measure, {
      values: { of: visible, numbers, ...(sampled === undefined ? {} : { sampled }) },
      computing: null,
    });
  } catch (error) {
    if (!controller.signal.aborted) put(measure, { computing: null, error });
  } finally {
    if (running.get(measure) === run) running.delete(measure);
  }
}

function readProperty(property: string, visible: VisibleGraph): MeasureValues {
  const numbers = new Map<string, number>();
  for (const node of visible.nodes) {
    const number = numberOf(propertyOf(node, property));
    if (number !== null) numbers.set(node.id, number);
  }
  return { of: visible, numbers };
}
