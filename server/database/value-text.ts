import type { TypedValue } from '../contract/graph.ts';

/** ISO text of a time or duration without needless zeros: `10:00:01.500000000` becomes `10:00:01.5`. */
export function shortTime(iso: string): string {
  return iso.replace(/\.(\d*?)0*(?!\d)/, (_match, fraction: string) =>
    fraction === '' ? '' : `.${fraction}`,
  );
}

/** Whether a parameter or property is a `TypedValue` of the contract. */
export function isTypedValue(value: object): value is TypedValue {
  const keys = Object.keys(value);
  return (
    keys.length === 2 &&
    '$type' in value &&
    typeof value.$type === 'string' &&
    'value' in value &&
    typeof value.value === 'string'
  );
}
