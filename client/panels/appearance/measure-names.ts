import { GRAPH_MEASURES, isGraphMeasure } from '../../measures/measure-model.ts';
import { numberOf, propertyOf } from '../../workspace/property-value.ts';
import type { MeasureName, WorkspaceContent } from '../../workspace/workspace-content.ts';
import { text } from '../text.ts';

const PROPERTY = 'property:';
/** So large a share of a property's values must be numbers. */
const MOSTLY = 0.9;

export function measureOfProperty(property: string): MeasureName {
  return `${PROPERTY}${property}`;
}

/** The property that a measure is about; null where it is about the links. */
export function propertyOfMeasure(measure: MeasureName): string | null {
  return measure.startsWith(PROPERTY) ? measure.slice(PROPERTY.length) : null;
}

/** What a person calls it. */
export function nameOfMeasure(measure: MeasureName): string {
  return isGraphMeasure(measure) ? text.look.names[measure] : (propertyOfMeasure(measure) ?? measure);
}

export function meaningOfMeasure(measure: MeasureName): string {
  return isGraphMeasure(measure)
    ? text.look.meanings[measure]
    : text.look.meanings.property(nameOfMeasure(measure));
}

const SHARES = { style: 'percent', maximumSignificantDigits: 3 } as const;
const NUMBERS = { maximumSignificantDigits: 4 } as const;

/** A number of the measure as a person reads it: shares of a whole in per cent. */
export function formatMeasure(measure: MeasureName, number: number): string {
  const isShare = measure === 'pagerank' || measure === 'betweenness';
  return number.toLocaleString('en-GB', isShare ? SHARES : NUMBERS);
}

/** Whether it is a measure that this page knows; a link may ask for any. */
export function isMeasure(measure: MeasureName): boolean {
  return isGraphMeasure(measure) || propertyOfMeasure(measure) !== null;
}

export const SIZE_MEASURES: readonly MeasureName[] = GRAPH_MEASURES.filter((name) => name !== 'community');
export const COLOUR_MEASURES: readonly MeasureName[] = GRAPH_MEASURES;

/** Properties of nodes that are numbers and not all the same, by name. */
export function numberProperties(nodes: WorkspaceContent['nodes']): string[] {
  const seen = new Map<string, { numbers: Set<number>; count: number; present: number }>();
  for (const node of nodes.values()) {
    for (const name of Object.keys(node.properties)) {
      const value = propertyOf(node, name);
      if (value === null || value === undefined) continue;
      const known = seen.get(name) ?? { numbers: new Set(), count: 0, present: 0 };
      known.present++;
      const number = numberOf(value);
      if (number !== null) {
        known.count++;
        if (known.numbers.size < 2) known.numbers.add(number);
      }
      seen.set(name, known);
    }
  }
  return [...seen]
    .filter(([, { numbers, count, present }]) => numbers.size > 1 && count >= present * MOSTLY)
    .map(([name]) => name)
    .sort((one, other) => one.localeCompare(other));
}
