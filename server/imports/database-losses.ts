import type { Graph, PropertyValue } from '../contract/graph.ts';
import { isWholeFloat } from '../contract/number-values.ts';
import type { KeptValues } from '../database/graph-database.ts';
import { isTyped } from '../exchange/plain-values.ts';
import { hasHalf, isUnlikeList } from './to-records.ts';

/** What a database does not keep of a graph as it is, in sentences with counts; the same before and after loading. */
export function databaseLosses({ nodes, relationships }: Graph, keeps: KeptValues): string[] {
  let floats = 0;
  let untyped = 0;
  let unlike = 0;
  let nulls = 0;
  let halves = 0;
  let ids = 0;
  let datasets = 0;
  const note = (value: PropertyValue): void => {
    if (typeof value === 'string') halves += hasHalf(value) ? 1 : 0;
    else if (!keeps.wholeFloats && isWholeFloat(value)) floats += 1;
    else if (isTyped(value) && keeps.asText.includes(value.$type)) untyped += 1;
  };
  for (const { id, properties } of [...nodes, ...relationships]) {
    if (Object.hasOwn(properties, 'id') && properties.id !== id) ids += 1;
    if (Object.hasOwn(properties, 'dataset')) datasets += 1;
    for (const value of Object.values(properties)) {
      if (value === null) nulls += 1;
      else if (!Array.isArray(value)) note(value);
      else if (isUnlikeList(value)) unlike += 1;
      else for (const item of value) note(item);
    }
  }
  halves += nodes.filter(({ caption }) => hasHalf(caption)).length;
  const unlabelled = nodes.filter(({ labels }) => labels.includes('')).length;
  const untypedLinks = relationships.filter(({ type }) => type === '').length;
  const told: [count: number, sentence: string][] = [
    [floats, 'Decimal numbers that are whole, such as 2.0, become whole numbers in the embedded engine'],
    [untyped, 'Times without a zone and points become texts in the embedded engine'],
    [unlike, 'Lists of unlike values are kept as lists of texts'],
    [nulls, 'Properties without a value (null) are left out'],
    [halves, 'Texts that hold half a character (a lone surrogate) have \uFFFD in its place'],
    [ids, 'Properties called id give way to the id of their node or relationship'],
    [datasets, 'Properties called dataset give way to the name of the dataset'],
    [unlabelled, 'Empty labels are left out'],
    [untypedLinks, 'Relationships with an empty type are called RELATED_TO'],
  ];
  return told.flatMap(([count, sentence]) => (count === 0 ? [] : [`${sentence} (${count})`]));
}
