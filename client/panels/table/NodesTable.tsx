import { useMemo } from 'react';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import { workspace } from '../../workspace/workspace.ts';
import { select } from '../acts/select.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { useWorkspace } from '../use-workspace.ts';
import { DataTable } from './DataTable.tsx';
import { nodeRows } from './table-rows.ts';

/** Every node as a row. */
export function NodesTable() {
  const nodes = useWorkspace((state) => state.content.nodes);
  const relationships = useWorkspace((state) => state.content.relationships);
  const visible = useWorkspace((state) => visibleGraph(state.content));
  const selection = useWorkspace((state) => state.selection);
  const chosenNodes = useWorkspace((state) => state.chosen);
  const data = useMemo(() => nodeRows({ nodes, relationships }, visible), [nodes, relationships, visible]);
  const chosen = useMemo(() => new Set(chosenNodes.map(({ id }) => id)), [chosenNodes]);
  return (
    <DataTable
      name="nodes"
      data={data}
      selectedId={selection?.kind === 'node' ? selection.id : null}
      chosen={chosen}
      onSelect={(id) => select({ kind: 'node', id }, { look: true })}
      onChoose={chooseNodes}
    />
  );
}

function chooseNodes(ids: readonly string[]): void {
  const { content, chosen, choose } = workspace.getState();
  const known = new Map(chosen.map((node) => [node.id, node]));
  choose(ids.flatMap((id) => known.get(id) ?? content.nodes.get(id) ?? []));
  useScreen.getState().announce(text.chosen.count(ids.length));
}
