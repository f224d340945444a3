import { z } from 'zod';

/** A stable id: the graph's own `id` property, or the engine's element id for graphs without one. */
export const idSchema = z.string().min(1).max(512).meta({ description: 'Id of a node or a relationship' });

const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** What JSON numbers and strings cannot hold exactly: 64-bit integers, NaN, temporal and spatial values, bytes. */
export const typedValueSchema = z.object({
  $type: z.enum([
    'Integer',
    'Float',
    'Date',
    'Time',
    'LocalTime',
    'DateTime',
    'LocalDateTime',
    'Duration',
    'Point',
    'Bytes',
  ]),
  value: z.string(),
});

export const propertyValueSchema = z.union([
  scalarSchema,
  typedValueSchema,
  z.array(z.union([scalarSchema, typedValueSchema])),
]);

/** zod leaves the key `__proto__` out of a record, so that it goes through the record under another name. */
const HIDDEN = /^!*__proto__$/;

function renamed<Item>(value: Record<string, Item>, rename: (key: string) => string): Record<string, Item> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (!Object.keys(value).some((key) => HIDDEN.test(key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [HIDDEN.test(key) ? rename(key) : key, item]),
  );
}

/** Properties by their names, which may be any: `__proto__` and `constructor` too. */
export const propertiesSchema = z.pipe(
  z.transform((value: Record<string, z.input<typeof propertyValueSchema>>) =>
    renamed(value, (key) => `!${key}`),
  ),
  z.record(z.string(), propertyValueSchema).overwrite((value) => renamed(value, (key) => key.slice(1))),
);

export const nodeSchema = z.object({
  id: idSchema,
  labels: z.array(z.string()),
  caption: z.string().meta({ description: 'What a person calls it: name, title, caption, label or id' }),
  properties: propertiesSchema,
});

export const relationshipSchema = z.object({
  id: idSchema,
  type: z.string(),
  source: idSchema,
  target: idSchema,
  properties: propertiesSchema,
});

export const graphSchema = z.object({
  nodes: z.array(nodeSchema),
  relationships: z.array(relationshipSchema),
});

export type PropertyValue = z.infer<typeof propertyValueSchema>;
export type TypedValue = z.infer<typeof typedValueSchema>;
export type Properties = z.infer<typeof propertiesSchema>;
export type GraphNode = z.infer<typeof nodeSchema>;
export type Relationship = z.infer<typeof relationshipSchema>;
export type Graph = z.infer<typeof graphSchema>;
