import type { Graph, PropertyValue } from '../contract/graph.ts';
import { isWholeFloat } from '../contract/number-values.ts';
import type { KeptValues } from '../database/graph-database.ts';
import { isUnlikeList } from './to-records.ts';

/** What a database does not keep of a graph as it is, in sentences with counts; the same before and after loading. */
export function databaseLosses({ nodes, relationships }: Graph, keeps: KeptValues): string[] {
  let floats = 0;
  let untyped = 0;
  let unlike = 0;
  let nulls = 0;
  const note = (value: PropertyValue): void => {
    if (!keeps.wholeFloats && isWholeFloat(value)) floats += 1;
    else if (isTyped(value) && keeps.asText.includes(value.$type)) untyped += 1;
  };
  for (const { properties } of [...nodes, ...relationships]) {
    for (const value of Object.values(properties)) {
      if (value === null) nulls += 1;
      else if (!Array.isArray(value)) note(value);
      else if (isUnlikeList(value)) unlike += 1;
      else for (const item of value) note(item);
    }
  }
  const told: [count: number, sentence: string][] = [
    [floats, 'Decimal numbers that are whole, such as 2.0, become whole numbers in the embedded engine'],
    [untyped, 'Times without a zone and points become texts in the embedded engine'],
    [unlike, 'Lists of unlike values are kept as lists of texts'],
    [nulls, 'Properties without a value (null) are left out'],
  ];
  return told.flatMap(([count, sentence]) => (count === 0 ? [] : [`${sentence} (${count})`]));
}

function isTyped(value: PropertyValue): value is Extract<PropertyValue, { $type: string }> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
