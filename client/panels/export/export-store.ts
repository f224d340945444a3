import { create } from 'zustand';
import type { ExportRequest } from '../../../server/contract/exports.ts';
import type { Graph } from '../../../server/contract/graph.ts';

/** A part of the graph with a name of its own, such as an answer, and what a report of it tells. */
export interface ExportedPart {
  graph: Graph;
  title: string;
  report: Pick<ExportRequest, 'question' | 'searched' | 'paths'>;
}

/** Whether the dialog that saves a graph is open, and for which part beside what is on the screen. */
export const useExportDialog = create<{ opened: boolean; part: ExportedPart | null }>()(() => ({
  opened: false,
  part: null,
}));

export function openExport(part: ExportedPart | null = null): void {
  useExportDialog.setState({ opened: true, part });
}

export function closeExport(): void {
  useExportDialog.setState({ opened: false, part: null });
}
