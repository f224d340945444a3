import { IconFileExport } from '@tabler/icons-react';
import { visibleGraph } from '../../../workspace/visible-graph.ts';
import { workspace } from '../../../workspace/workspace.ts';
import { openExport } from '../../export/export-store.ts';
import { text } from '../../text.ts';
import type { Action } from '../action.ts';
import { gatheredOf, nameNodes } from '../target.ts';

/** Taking what is selected away as a file. */
export const exportActions: readonly Action[] = [
  {
    id: 'export-selection',
    words: text.actions.exportSelection,
    group: 'nodes',
    icon: IconFileExport,
    on: 'nodes',
    available: (target) => gatheredOf(target).length > 0,
    run: (target) => {
      const ids = gatheredOf(target);
      const own = new Set(ids);
      const { content } = workspace.getState();
      const nodes = ids.flatMap((id) => content.nodes.get(id) ?? []);
      const relationships = visibleGraph(content).relationships.filter(
        ({ source, target: end }) => own.has(source) && own.has(end),
      );
      openExport({ graph: { nodes, relationships }, title: nameNodes(ids), report: {} });
    },
  },
];
