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

export const propertiesSchema = z.record(z.string(), propertyValueSchema);

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
