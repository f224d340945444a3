import type { TypedValue } from '../../contract/graph.ts';
import { isTypedValue } from '../value-text.ts';

/** Kinds that the embedded engine does not know, which stay text. */
export const TEXT_KINDS: readonly TypedValue['$type'][] = ['LocalTime', 'Point'];

/**
 * A parameter or property as the embedded engine takes it: whole numbers become integers by themselves, a
 * `TypedValue` its temporal or binary kind, or a text if it is one of `TEXT_KINDS`, `undefined` null.
 */
export function engineParameter(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(engineParameter);
  if (typeof value !== 'object' || value instanceof Date || ArrayBuffer.isView(value)) return value;
  if (isTypedValue(value)) return typedParameter(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, engineParameter(inner)]));
}

function typedParameter({ $type, value }: TypedValue): unknown {
  switch ($type) {
    case 'Integer':
      return BigInt(value);
    case 'Float':
      return Number(value);
    case 'Date':
      return { $date: value };
    case 'Time':
      return { $time: value };
    case 'DateTime':
      return { $zoned_datetime: value };
    case 'LocalDateTime':
      return new Date(`${value}Z`);
    case 'Duration':
      return { $duration: value };
    case 'Bytes':
      return Buffer.from(value, 'base64');
    case 'LocalTime':
    case 'Point':
      return value;
  }
}
