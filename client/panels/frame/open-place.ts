import type { PathQuestionInput } from '../../../server/contract/paths.ts';
import { workspace } from '../../workspace/workspace.ts';
import { wordsOfQuestion } from '../about/example-questions.ts';
import { askAround } from '../acts/ask-around.ts';
import { attempt } from '../acts/attempt.ts';
import { openReading } from '../acts/open-reading.ts';
import { select } from '../acts/select.ts';
import { placeOf } from '../location-hash.ts';
import { askQuestion, fillIn } from '../paths/paths-store.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { askGroup } from '../trace/ask-group.ts';

/** Asks, reads and selects what a hash says. */
export async function openPlace(hash: string): Promise<void> {
  const { question, unread, selection, around, group, reading } = placeOf(hash);
  if (unread) await sayUnread(question, unread);
  else if (question) await askQuestion(question);
  if (around) await attempt(() => askAround(around, wordsOfQuestion(around, nameOf, text.about)));
  if (group) await askGroup(group);
  if (reading) await attempt(() => openReading(reading));
  if (selection) select(selection, { look: true, keepLit: reading !== undefined });
}

function nameOf(id: string): string {
  return workspace.getState().content.nodes.get(id)?.caption ?? id;
}

/** A link that is only half understood fills the form with the half, says so, and asks nothing by itself. */
async function sayUnread(question: PathQuestionInput | null, unread: readonly string[]): Promise<void> {
  const { say, announce } = useScreen.getState();
  if (question) await fillIn(question, []);
  const words = question ? text.paths.brokenLink(unread.join(', ')) : text.paths.brokenEnds;
  say(words);
  announce(words);
}
