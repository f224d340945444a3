import type { PropertyValue } from '../contract/graph.ts';

/** Names under which programs keep the type of an edge; the first that is there counts. */
const TYPE_NAMES = ['labelE', 'label', 'Edge Label', 'type', 'relationship', 'relation', 'kind'];

/** The type of an edge under one of the names that programs use; it is then no property any more. */
export function takeType(properties: Map<string, PropertyValue>): string | undefined {
  for (const name of TYPE_NAMES) {
    const value = properties.get(name);
    if (typeof value !== 'string' || value.trim() === '') continue;
    properties.delete(name);
    return value;
  }
  return undefined;
}
