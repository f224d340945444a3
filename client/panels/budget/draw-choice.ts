import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { writeNameList } from '../../../server/contract/first-requests.ts';
import type { CallInput } from '../../api/call.ts';
import { type DrawChoice, exceedsBudget, type GraphSize, MOST_NODES } from '../../workspace/draw-budget.ts';

interface DrawChoices {
  /** By the address of the database, each with how many nodes its graph had. */
  choices: Record<string, { choice: DrawChoice; nodes: number }>;
  /** The size of the graph that the user is asked about once more. */
  asking: boolean;
  remember(address: string, choice: DrawChoice, nodes: number): void;
  setAsking(asking: boolean): void;
}

/** Databases whose choice is kept at most. */
const MOST_KEPT = 20;
const GROWN = 2;

/** How much of each large graph the user wants drawn; kept in the browser. */
export const useDrawChoices = create<DrawChoices>()(
  persist(
    (set) => ({
      choices: {},
      asking: false,
      remember: (address, choice, nodes) =>
        set(({ choices }) => {
          const others = Object.entries(choices).filter(([known]) => known !== address);
          return {
            choices: Object.fromEntries([...others, [address, { choice, nodes }]].slice(-MOST_KEPT)),
            asking: false,
          };
        }),
      setAsking: (asking) => set({ asking }),
    }),
    { name: 'throughline-draw', version: 1, partialize: ({ choices }) => ({ choices }) },
  ),
);

/** What was chosen for the graph of this database; all of it where it is within the budget, null where it has to be asked. */
export function choiceFor(address: string, size: GraphSize): DrawChoice | null {
  if (!exceedsBudget(size)) return { kind: 'all' };
  const { choices } = useDrawChoices.getState();
  const kept = Object.hasOwn(choices, address) ? choices[address] : undefined;
  // A graph that grew that much is another question.
  return kept && size.nodes <= kept.nodes * GROWN ? kept.choice : null;
}

/** The choice as the server is asked for it. */
export function queryOf(choice: DrawChoice): NonNullable<CallInput<'graphParts'>['query']> {
  switch (choice.kind) {
    case 'best':
      return { limit: choice.count };
    case 'all':
      return { limit: MOST_NODES };
    case 'some':
      return {
        limit: MOST_NODES,
        ...(choice.labels.length > 0 ? { labels: writeNameList(choice.labels) } : {}),
        ...(choice.types.length > 0 ? { types: writeNameList(choice.types) } : {}),
      };
  }
}
