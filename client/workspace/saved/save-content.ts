import { type ViewData, viewDataSchema } from '../../../server/contract/saved-view.ts';
import type { WorkspaceContent } from '../workspace-content.ts';
import { CONTENT_FIELDS } from './content-fields.ts';
import { ownGraphOf } from './own-graph.ts';

/** Every field as it is by default. */
const NOTHING: ViewData = viewDataSchema.parse({ nodes: [], places: [], relationships: [] });

interface Manner {
  /** Decimals of positions; a layout unit is a pixel at natural size. All of them where steps lead on from there. */
  decimals: number | 'all';
  /** Names are longer than ids, and only needed to tell what is missing. */
  withCaptions: boolean;
}

/** The content as the fields of a saved view: nodes and relationships by id, in full only what no database holds. */
export function saveContent(content: WorkspaceContent, { decimals, withCaptions }: Manner): ViewData {
  const factor = decimals === 'all' ? null : 10 ** decimals;
  // `+ 0` turns a negative zero, which JSON does not know, into zero.
  const round = (value: number) => (factor === null ? value : Math.round(value * factor) / factor) + 0;
  const nodes = [...content.nodes.values()];
  const data: ViewData = {
    ...NOTHING,
    nodes: nodes.map(({ id }) => id),
    places: nodes.flatMap(({ id }) => {
      const { x, y } = content.positions.get(id) ?? { x: 0, y: 0 };
      return [round(x), round(y)];
    }),
    relationships: [...content.relationships.keys()],
    own: ownGraphOf(content),
  };
  if (withCaptions) data.captions = nodes.map(({ caption }) => caption.slice(0, 200));
  for (const field of Object.values(CONTENT_FIELDS)) Object.assign(data, field.save(content));
  return data;
}
