import type { ViewData } from '../../../server/contract/saved-view.ts';
import type { PropertyFilter } from '../property-filter.ts';
import type { WorkspaceContent } from '../workspace-content.ts';

/** How one field of the content is written into a saved view, and read back. */
interface Field<K extends keyof WorkspaceContent> {
  save(content: WorkspaceContent): Partial<ViewData>;
  /** `there` tells which nodes and relationships were found again. */
  restore(data: ViewData, there: { has(id: string): boolean }): WorkspaceContent[K];
}

/** The graph and where it lies are written by `saveContent` and read by `restoreContent` themselves. */
type Written = 'nodes' | 'relationships' | 'positions';

const setOf = (ids: readonly string[], there: { has(id: string): boolean }) =>
  new Set(ids.filter((id) => there.has(id)));

const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id);

/**
 * Every other field of the content. To add one: give it a place with a default in `viewDataSchema`, and a line here; the
 * compiler asks for it.
 */
export const CONTENT_FIELDS: {
  readonly [K in Exclude<keyof WorkspaceContent, Written>]-?: Field<K>;
} = {
  own: {
    // What it names is written in full, as `own`, by `saveContent`.
    save: () => ({}),
    restore: ({ own }, there) => ({
      nodes: setOf(idsOf(own.nodes), there),
      relationships: setOf(idsOf(own.relationships), there),
    }),
  },
  pinned: {
    save: ({ pinned }) => ({ pinned: [...pinned] }),
    restore: ({ pinned }, there) => setOf(pinned, there),
  },
  broughtBy: {
    save: ({ broughtBy }) => ({ broughtBy: [...broughtBy] }),
    restore: ({ broughtBy }, there) =>
      new Map(broughtBy.filter(([node, by]) => there.has(node) && there.has(by))),
  },
  hiddenNodes: {
    save: ({ hiddenNodes }) => ({ hiddenNodes: [...hiddenNodes] }),
    restore: ({ hiddenNodes }, there) => setOf(hiddenNodes, there),
  },
  hiddenRelationships: {
    save: ({ hiddenRelationships }) => ({ hiddenRelationships: [...hiddenRelationships] }),
    restore: ({ hiddenRelationships }, there) => setOf(hiddenRelationships, there),
  },
  filters: {
    save: ({ filters: { labels, types, statuses, documents, properties, unlinked } }) => ({
      filters: {
        labels: [...labels],
        types: [...types],
        statuses: [...statuses],
        documents: [...documents],
        properties: {
          nodes: savedProperties(properties.nodes),
          relationships: savedProperties(properties.relationships),
        },
        unlinked,
      },
    }),
    restore: ({ filters: { labels, types, statuses, documents, properties, unlinked } }) => ({
      labels: new Set(labels),
      types: new Set(types),
      statuses: new Set(statuses),
      documents: new Set(documents),
      properties: {
        nodes: restoredProperties(properties.nodes),
        relationships: restoredProperties(properties.relationships),
      },
      unlinked,
    }),
  },
  appearance: {
    save: ({ appearance: { colour, size } }) => ({ appearance: { colour, size } }),
    restore: ({ appearance }) => appearance,
  },
  path: {
    save: ({ path }) => ({
      path: path && {
        nodeIds: [...path.nodeIds],
        relationshipIds: [...path.relationshipIds],
        ...(path.title === undefined ? {} : { title: path.title.slice(0, 1000) }),
      },
    }),
    // A path with a hole is no path.
    restore: ({ path }, there) => {
      if (!path || ![...path.nodeIds, ...path.relationshipIds].every((id) => there.has(id))) return null;
      const { nodeIds, relationshipIds, title } = path;
      return { nodeIds, relationshipIds, ...(title === undefined ? {} : { title }) };
    },
  },
};

type SavedProperties = ViewData['filters']['properties']['nodes'];

function savedProperties(filters: ReadonlyMap<string, PropertyFilter>): SavedProperties {
  return [...filters].map(([property, { rule, hidesMissing }]) => ({
    property,
    rule: rule?.kind === 'names' ? { ...rule, hidden: [...rule.hidden] } : rule,
    hidesMissing,
  }));
}

function restoredProperties(saved: SavedProperties): Map<string, PropertyFilter> {
  return new Map(saved.map(({ property, ...filter }) => [property, filter]));
}
