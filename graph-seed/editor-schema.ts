import { z } from 'zod';
import {
  documentHeadSchema,
  entityEntrySchema,
  graphFileSchema,
  relationshipEntrySchema,
} from './graph-file.ts';
import { listOf } from './plain-schemas.ts';

/**
 * The JSON Schema (draft 7, which editors read) of graph.yaml and graph.json, made from the schemas that the
 * reader checks with. It is kept as graph.schema.json; a test compares the two.
 */
export function editorSchema(): Record<string, unknown> {
  const wholeFile = graphFileSchema.extend({
    document: documentHeadSchema,
    entities: listOf(entityEntrySchema),
    relationships: listOf(relationshipEntrySchema).default([]),
  });
  const { $schema, ...schema } = z.toJSONSchema(wholeFile, { target: 'draft-7', io: 'input' });
  return { $schema, title: "A document's entities and relationships", ...schema };
}
