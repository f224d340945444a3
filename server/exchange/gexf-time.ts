import type { PropertyValue } from '../contract/graph.ts';
import { readList } from './read-list.ts';
import type { XmlElement } from './read-xml.ts';

/** `start/end`, either of which may be left open, or one point in time; undefined without any. */
export function timeOf({ attributes }: XmlElement): string | undefined {
  const point = attributes.get('timestamp');
  if (point !== undefined) return point;
  const start = attributes.get('start') ?? attributes.get('startopen');
  const end = attributes.get('end') ?? attributes.get('endopen');
  return start === undefined && end === undefined ? undefined : `${start ?? '..'}/${end ?? '..'}`;
}

/** A time as it stands, or Gephi's `<[2000, 2001]>` as a list. */
export function timeValue(text: string): PropertyValue {
  const inner = /^<(\[.*\])>$/.exec(text)?.[1];
  if (inner === undefined) return text;
  const read = readList(inner, 'liststring');
  return 'value' in read ? read.value : text;
}
