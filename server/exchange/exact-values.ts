import { z } from 'zod';
import { type Properties, type PropertyValue, propertyValueSchema } from '../contract/graph.ts';
import { jsonText, plainText } from './plain-values.ts';

/** The name of the attribute or column that holds what the plain ones cannot. */
export const EXACT_NAME = 'throughline';

/** What of a node or relationship its plain attributes do not give back, with the values as the contract has them. */
export interface Exact {
  id?: string;
  caption?: string;
  labels?: readonly string[];
  type?: string;
  /** Placed by hand. */
  pinned?: boolean;
  /** Pairs, so that a property may have any name. */
  properties?: readonly (readonly [name: string, value: PropertyValue])[];
}

const exactSchema = z.object({
  id: z.string().optional(),
  caption: z.string().optional(),
  labels: z.array(z.string()).optional(),
  type: z.string().optional(),
  pinned: z.boolean().optional(),
  properties: z.array(z.tuple([z.string(), propertyValueSchema])).optional(),
});

/** As JSON in plain characters; undefined where there is nothing to hold. */
export function writeExact(exact: Exact): string | undefined {
  return Object.values(exact).some((part) => part !== undefined) ? jsonText(exact) : undefined;
}

/** What `writeExact` wrote; undefined for any other text. */
export function readExact(text: string): Exact | undefined {
  try {
    const parsed = exactSchema.safeParse(JSON.parse(text));
    return parsed.success ? (parsed.data as Exact) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The properties of a node or relationship that was read: the plain ones, with the exact ones in their place. A plain
 * value that is no longer the text of its exact value was edited since, and wins. `texts` gives the plain text of a
 * property as it stands in the file, undefined where there is none; `clean` is what the format does to a text.
 */
export function restoreProperties(
  plain: Properties,
  exact: Exact | undefined,
  texts: (property: string) => string | undefined,
  clean: (text: string) => string = (text) => text,
): Properties {
  const restored = new Map<string, PropertyValue>(Object.entries(plain));
  for (const [name, value] of exact?.properties ?? []) {
    if (texts(name) === (value === null ? undefined : plainText(value, clean))) restored.set(name, value);
  }
  return Object.fromEntries(restored);
}
