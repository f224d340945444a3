import { useMemo } from 'react';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { select } from '../acts/select.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { DataTable } from './DataTable.tsx';
import { linkRows } from './table-rows.ts';
import { useTables } from './table-store.ts';

/** Every relationship as a row. */
export function LinksTable() {
  const nodes = useWorkspace((state) => state.content.nodes);
  const relationships = useWorkspace((state) => state.content.relationships);
  const visible = useWorkspace((state) => visibleGraph(state.content));
  const selection = useWorkspace((state) => state.selection);
  const chosenLinks = useTables((tables) => tables.chosenLinks);
  const data = useMemo(() => linkRows({ nodes, relationships }, visible), [nodes, relationships, visible]);
  const chosen = useMemo(() => new Set(chosenLinks), [chosenLinks]);
  return (
    <DataTable
      name="links"
      data={data}
      selectedId={selection?.kind === 'relationship' ? selection.id : null}
      chosen={chosen}
      onSelect={(id) => select({ kind: 'relationship', id }, { look: true })}
      onChoose={chooseLinks}
    />
  );
}

/** Links chosen together stand out on the canvas with their ends. */
function chooseLinks(ids: readonly string[]): void {
  const { relationships } = workspace.getState().content;
  const chosen = ids.flatMap((id) => relationships.get(id) ?? []);
  const screen = useScreen.getState();
  useTables.getState().chooseLinks(chosen.map(({ id }) => id));
  const words = text.table.chosenLinks(chosen.length);
  screen.lightPart(
    chosen.length === 0
      ? null
      : {
          words,
          nodeIds: [...new Set(chosen.flatMap(({ source, target }) => [source, target]))],
          relationshipIds: chosen.map(({ id }) => id),
        },
  );
  screen.announce(words);
}
