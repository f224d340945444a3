import { z } from 'zod';
import { graphSchema, idSchema } from './graph.ts';

export const VIEW_KIND = 'throughline-view';

/**
 * The version that is written. A field with a default may be added without a new one: what was saved before reads as the
 * default. Where the meaning of a field changes, count up and add to `MIGRATIONS` how the data of the version before is read.
 */
export const VIEW_VERSION = 1;

/** More nodes cannot be asked for at once. */
export const MOST_VIEW_NODES = 20_000;
const MOST_VIEW_RELATIONSHIPS = 200_000;

const nodeIds = z.array(idSchema).max(MOST_VIEW_NODES);
const relationshipIds = z.array(idSchema).max(MOST_VIEW_RELATIONSHIPS);
const names = z.array(z.string().max(512)).max(10_000);
const number = z.number().min(-1e9).max(1e9);

const bound = z.number().nullable().default(null);
const day = z.string().max(40).nullable().default(null);

/** What a property must be for its node or relationship to be shown. */
const propertyRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers'), low: bound, high: bound }),
  z.object({ kind: z.literal('dates'), from: day, to: day }),
  z.object({ kind: z.literal('names'), hidden: z.array(z.string().max(10_000)).max(1000) }),
  z.object({ kind: z.literal('text'), contains: z.string().max(10_000) }),
]);
const propertyFiltersSchema = z
  .array(
    z.object({
      property: z.string().max(512),
      rule: propertyRuleSchema.nullable().default(null),
      hidesMissing: z.boolean().default(false),
    }),
  )
  .max(1000)
  .default([]);
const measureSchema = z.string().max(600).nullable().default(null);

/** What is hidden by name, and by properties. */
export const savedFiltersSchema = z.object({
  labels: names.default([]),
  types: names.default([]),
  statuses: names.default([]),
  documents: names.default([]),
  properties: z.object({ nodes: propertyFiltersSchema, relationships: propertyFiltersSchema }).prefault({}),
  unlinked: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether nodes without a link left are hidden too' }),
});

export const viewDataSchema = z
  .object({
    name: z.string().max(200).default(''),
    note: z.string().max(10_000).default(''),
    savedAt: z.string().max(40).default('').meta({ description: 'ISO 8601' }),
    nodes: nodeIds.meta({ description: 'Everything gathered, by id' }),
    places: z
      .array(number)
      .max(2 * MOST_VIEW_NODES)
      .meta({ description: 'x and y of each node in turn, in layout units' }),
    captions: z
      .array(z.string().max(1000))
      .max(MOST_VIEW_NODES)
      .default([])
      .meta({ description: 'Names of the nodes in turn, to tell which are missing; or none' }),
    relationships: relationshipIds,
    own: graphSchema
      .default({ nodes: [], relationships: [] })
      .meta({ description: 'In full: what is not in the database' }),
    pinned: nodeIds.default([]),
    broughtBy: z
      .array(z.tuple([idSchema, idSchema]))
      .max(MOST_VIEW_NODES)
      .default([])
      .meta({ description: 'Each node that an expansion brought, with the node that was expanded' }),
    hiddenNodes: nodeIds.default([]),
    hiddenRelationships: relationshipIds.default([]),
    filters: savedFiltersSchema.prefault({}),
    appearance: z
      .object({ colour: measureSchema, size: measureSchema })
      .prefault({})
      .meta({ description: 'What colours and sizes tell; null is the usual' }),
    path: z
      .object({ nodeIds, relationshipIds, title: z.string().max(1000).optional() })
      .nullable()
      .default(null),
    chosen: nodeIds.default([]),
    screen: z
      .object({
        left: z.string().max(40).nullable().default(null),
        task: z.string().max(40).nullable().default(null),
        drawer: z.string().max(40).nullable().default(null),
      })
      .nullable()
      .default(null)
      .meta({ description: 'The panels that are open' }),
    camera: z
      .object({ x: number, y: number, width: number.positive(), height: number.positive() })
      .nullable()
      .default(null)
      .meta({ description: 'Middle and size of what is in view, in layout units' }),
    place: z
      .string()
      .max(16_000)
      .default('')
      .meta({ description: 'The rest of the address: what is selected, asked and read' }),
  })
  .refine(({ nodes, places }) => places.length === 2 * nodes.length, {
    error: 'must hold two numbers for each node',
    path: ['places'],
  });

/** A view as it is kept, shared and saved as a file. */
export const savedViewSchema = z.object({
  meta: z.object({ kind: z.literal(VIEW_KIND), version: z.literal(VIEW_VERSION) }),
  data: viewDataSchema,
});

/** A view of any version, as a server that was renewed since may hold it. */
export const anyViewSchema = z.object({
  meta: z.object({ kind: z.literal(VIEW_KIND), version: z.int().min(1) }),
  data: z.record(z.string(), z.json()),
});

export type ViewData = z.output<typeof viewDataSchema>;
export type SavedView = z.output<typeof savedViewSchema>;

/** Ids of views that a server keeps: made from the content. */
export const VIEW_ID = /^[A-Za-z0-9_-]{22}$/;
export const viewIdSchema = z
  .string()
  .regex(VIEW_ID, 'must be 22 letters, digits, "-" or "_"')
  .meta({ description: 'Id of a kept view' });
export const sharedViewSchema = z.object({ id: viewIdSchema });

type Migration = (data: Record<string, unknown>) => Record<string, unknown>;

/** How the data of a version, by its number, becomes that of the next. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

export type ReadView = { view: SavedView } | { problem: 'not-a-view' | 'newer' | 'broken'; detail: string };

/** Reads a view of this or any older version; says what is wrong with anything else. Never throws. */
export function readView(value: unknown, { version = VIEW_VERSION, migrations = MIGRATIONS } = {}): ReadView {
  const any = anyViewSchema.safeParse(value);
  if (!any.success) return { problem: 'not-a-view', detail: '' };
  const { meta } = any.data;
  if (meta.version > version) return { problem: 'newer', detail: String(meta.version) };
  let data: Record<string, unknown> = any.data.data;
  for (let from = meta.version; from < version; from += 1) data = migrations[from]?.(data) ?? data;
  const read = viewDataSchema.safeParse(data);
  if (read.success) return { view: { meta: { kind: VIEW_KIND, version: VIEW_VERSION }, data: read.data } };
  const [issue] = read.error.issues;
  return { problem: 'broken', detail: issue ? `${issue.path.join('.')}: ${issue.message}` : '' };
}

/** A view of this version around its data. */
export function viewOf(data: ViewData): SavedView {
  return { meta: { kind: VIEW_KIND, version: VIEW_VERSION }, data };
}
