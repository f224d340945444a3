import { FIRST_PATHS } from '../../../server/contract/first-requests.ts';
import { addressOf } from '../../api/address-of.ts';
import { askEarly } from '../../api/early-answers.ts';
import { choiceFor, queryOf } from '../budget/draw-choice.ts';
import { readKept } from './browser-storage.ts';
import { TAB } from './kept-names.ts';
import { viewAskedBy } from './view-address.ts';

/**
 * Asks for what the page begins with while its script is on the way: how the database is and, where no view is to be opened
 * and nothing has to be asked of the user, the graph. What comes is checked by those who use it.
 */
export async function askFirst(): Promise<void> {
  const answer = await askEarly(addressOf(FIRST_PATHS.health, {}, {}));
  const isView = viewAskedBy(window.location.hash) !== null || readKept('session', TAB) !== null;
  if (!answer?.ok || isView) return;
  const health: unknown = await answer.json().catch(() => null);
  if (typeof health !== 'object' || health === null) return;
  const { address, nodeCount, relationshipCount } = health as Record<string, unknown>;
  if (typeof nodeCount !== 'number' || typeof relationshipCount !== 'number') return;
  const size = { nodes: nodeCount, relationships: relationshipCount };
  const choice = choiceFor(typeof address === 'string' ? address : '', size);
  if (choice) void askEarly(addressOf(FIRST_PATHS.graphParts, {}, queryOf(choice)));
}
