import { create } from 'zustand';

export type TableName = 'nodes' | 'links';

/** How one table is arranged; it lasts while the page does. */
export interface TableArrangement {
  /** What is searched for in all shown columns. */
  words: string;
  /** What is searched for in single columns, by their ids. */
  columnWords: ReadonlyMap<string, string>;
  filtersOpen: boolean;
  sort: { column: string; downwards: boolean } | null;
  /** The shown columns; null while they are the usual ones. */
  shown: ReadonlySet<string> | null;
  listsHidden: boolean;
}

interface Tables extends Record<TableName, TableArrangement> {
  /** Links chosen in the table, in the order of choosing; chosen nodes are the workspace's. */
  chosenLinks: readonly string[];
  arrange(table: TableName, change: Partial<TableArrangement>): void;
  chooseLinks(ids: readonly string[]): void;
}

const USUAL: TableArrangement = {
  words: '',
  columnWords: new Map(),
  filtersOpen: false,
  sort: null,
  shown: null,
  listsHidden: false,
};

export const useTables = create<Tables>()((set) => ({
  nodes: USUAL,
  links: USUAL,
  chosenLinks: [],
  arrange: (table, change) => set((state) => ({ [table]: { ...state[table], ...change } })),
  chooseLinks: (chosenLinks) => set({ chosenLinks }),
}));
