import { firstGroupHue, GROUP_FILLS, REST_FILL } from '../../look/kinds.ts';
import { scaleColour } from '../../look/number-scale.ts';
import type { Scheme } from '../../look/palette.ts';
import type { VisibleGraph } from '../../workspace/visible-graph.ts';
import type { MeasureName } from '../../workspace/workspace-content.ts';
import type { MeasureValues } from './measures-store.ts';

export type Fill = Readonly<Record<Scheme, string>>;

/** How numbers are spread over a scale: those that count links grow steeply, so their root is taken. */
export interface NumberScale {
  low: number;
  high: number;
  steep: boolean;
  /** Nodes without a number. */
  missing: number;
}

export interface Group {
  /** The node with the most links, after which the group is called. */
  leader: { id: string; caption: string };
  nodeIds: readonly string[];
  fill: Fill;
}

export interface GroupColours {
  groups: readonly Group[];
  /** What has no colour of its own. */
  rest: { groupCount: number; nodeCount: number };
}

const LEAST_RADIUS = 5;
const MOST_RADIUS = 20;
const MISSING_RADIUS = 4;
const EVEN_RADIUS = 9;
/** Shades of the scale that are told apart. */
const SHADES = 48;

const shades = Array.from({ length: SHADES + 1 }, (_, index): Fill => {
  const share = index / SHADES;
  return {
    light: scaleColour(share, 'light'),
    dark: scaleColour(share, 'dark'),
    'light-contrast': scaleColour(share, 'light-contrast'),
    'dark-contrast': scaleColour(share, 'dark-contrast'),
  };
});

export function scaleOf(measure: MeasureName, { numbers }: MeasureValues, nodeCount: number): NumberScale {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const number of numbers.values()) {
    if (number < low) low = number;
    if (number > high) high = number;
  }
  const isEmpty = low === Number.POSITIVE_INFINITY;
  return {
    low: isEmpty ? 0 : low,
    high: isEmpty ? 0 : high,
    steep: !measure.startsWith('property:'),
    missing: Math.max(0, nodeCount - numbers.size),
  };
}

/** Where a number lies on the scale, 0 to 1; in the middle where all are the same. */
export function shareOf({ low, high, steep }: NumberScale, number: number): number {
  if (!(high > low)) return 0.5;
  const share = Math.min(1, Math.max(0, (number - low) / (high - low)));
  return steep ? Math.sqrt(share) : share;
}

/** The number at the middle of the scale. */
export function middleOf({ low, high, steep }: NumberScale): number {
  return low + (high - low) * (steep ? 0.25 : 0.5);
}

export function fillsByScale(
  scale: NumberScale,
  values: MeasureValues,
  visible: VisibleGraph,
): Map<string, Fill> {
  return new Map(
    visible.nodes.map(({ id }) => {
      const number = values.numbers.get(id);
      const shade = number === undefined ? undefined : shades[Math.round(shareOf(scale, number) * SHADES)];
      return [id, shade ?? REST_FILL];
    }),
  );
}

/** Radii in pixels at natural size; the area of a disc grows with the number. */
export function radiiBy(values: MeasureValues, visible: VisibleGraph): Map<string, number> {
  const { low, high } = scaleOf('property:', values, visible.nodes.length);
  return new Map(
    visible.nodes.map(({ id }) => {
      const number = values.numbers.get(id);
      if (number === undefined) return [id, MISSING_RADIUS];
      if (!(high > low)) return [id, EVEN_RADIUS];
      const share = Math.sqrt(Math.min(1, Math.max(0, (number - low) / (high - low))));
      return [id, LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * share];
    }),
  );
}

/**
 * The largest groups with a colour each. A group is called after its best linked node, and looks for its colour from a
 * place that this name decides, so that it keeps its colour while the graph changes a little, and has it again elsewhere.
 */
export function groupsOf(values: MeasureValues, visible: VisibleGraph): GroupColours {
  const degrees = new Map<string, number>();
  for (const { source, target } of visible.relationships) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    if (target !== source) degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  const members = new Map<number, VisibleGraph['nodes'][number][]>();
  for (const node of visible.nodes) {
    const group = values.numbers.get(node.id);
    if (group === undefined) continue;
    const known = members.get(group);
    if (known) known.push(node);
    else members.set(group, [node]);
  }
  const bySize = [...members.values()].sort((one, other) => other.length - one.length);
  const coloured = bySize.slice(0, GROUP_FILLS.length).filter(({ length }) => length > 1);
  const led = coloured.map((nodes) => ({
    nodes,
    leader: nodes.reduce((best, node) => {
      const difference = (degrees.get(node.id) ?? 0) - (degrees.get(best.id) ?? 0);
      return difference > 0 || (difference === 0 && node.id < best.id) ? node : best;
    }),
  }));
  const hues = settleGroupHues(led.map(({ leader }) => leader.id));
  const groups = led.map(
    ({ nodes, leader }): Group => ({
      leader: { id: leader.id, caption: leader.caption },
      nodeIds: nodes.map(({ id }) => id),
      fill: GROUP_FILLS[hues.get(leader.id) ?? 0] ?? REST_FILL,
    }),
  );
  const nodeCount = groups.reduce((sum, { nodeIds }) => sum + nodeIds.length, 0);
  return {
    groups,
    rest: { groupCount: bySize.length - groups.length, nodeCount: visible.nodes.length - nodeCount },
  };
}

/** A hue for each name, no two the same; in the order of the names, so that sizes do not decide. */
function settleGroupHues(names: readonly string[]): Map<string, number> {
  const hues = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of names.toSorted()) {
    let hue = firstGroupHue(name);
    while (taken.has(hue)) hue = (hue + 1) % GROUP_FILLS.length;
    taken.add(hue);
    hues.set(name, hue);
  }
  return hues;
}

export function fillsByGroup({ groups }: GroupColours, visible: VisibleGraph): Map<string, Fill> {
  const fills = new Map<string, Fill>(visible.nodes.map(({ id }) => [id, REST_FILL]));
  for (const { nodeIds, fill } of groups) for (const id of nodeIds) fills.set(id, fill);
  return fills;
}
