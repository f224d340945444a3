import type { GrafeoValue } from '@grafeo-db/js';
import { integerValue, untypedNumber } from '../../contract/number-values.ts';
import type { Value } from '../graph-database.ts';
import { shortTime } from '../value-text.ts';

/**
 * A value of the embedded engine as a plain value of the port. The engine gives a float that is whole as it gives an
 * integer, and both stay plain numbers; it itself gives dates, times, zoned
 * date-times and durations as ISO text; only local date-times and bytes arrive as what they are.
 */
export function plainValue(value: GrafeoValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return untypedNumber(value);
  if (typeof value === 'bigint') return integerValue(value);
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Date) {
    return { $type: 'LocalDateTime', value: shortTime(value.toISOString().replace('Z', '')) };
  }
  if (Buffer.isBuffer(value)) return { $type: 'Bytes', value: value.toString('base64') };
  if (value instanceof Float32Array) return [...value].map(untypedNumber);
  return plainMap(Object.entries(value));
}

/** The engine flattens nodes and relationships into their properties beside keys that start with `_`, paths into two lists. */
function plainMap(entries: [string, GrafeoValue][]): Value {
  // Nearly every map is a map of properties; only nodes, relationships and paths have any of these keys.
  if (!entries.some(([key]) => key.startsWith('_') || key === 'nodes')) return plainEntries(entries);
  const flat = new Map(entries);
  const properties = () =>
    Object.fromEntries(
      entries.filter(([key]) => !key.startsWith('_')).map(([key, inner]) => [key, plainValue(inner)]),
    );
  const id = flat.get('_id');
  const labels = flat.get('_labels');
  if (id !== undefined && labels !== undefined) {
    return { elementId: `n:${id}`, labels: plainValue(labels), properties: properties() };
  }
  const type = flat.get('_type');
  if (id !== undefined && type !== undefined) {
    return {
      elementId: `e:${id}`,
      type: plainValue(type),
      startNodeElementId: `n:${flat.get('_source')}`,
      endNodeElementId: `n:${flat.get('_target')}`,
      properties: properties(),
    };
  }
  const plain = plainEntries(entries);
  const { nodes, edges } = plain;
  return isPath(flat) && nodes !== undefined && edges !== undefined ? { nodes, relationships: edges } : plain;
}

function plainEntries(entries: [string, GrafeoValue][]): { [key: string]: Value } {
  return Object.fromEntries(entries.map(([key, inner]) => [key, plainValue(inner)]));
}

function isPath(flat: ReadonlyMap<string, GrafeoValue>): boolean {
  const nodes = flat.get('nodes');
  const [first] = Array.isArray(nodes) ? nodes : [];
  return (
    flat.size === 2 && flat.has('edges') && typeof first === 'object' && first !== null && '_labels' in first
  );
}
