import { call } from '../../api/call.ts';
import { putPathAway } from '../../workspace/steps/show-path.ts';
import { workspace } from '../../workspace/workspace.ts';
import type { AroundQuestion } from '../location-hash.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { bringIn } from './bring-in.ts';
import { lightPart } from './light-words.ts';

/** Lights what lies around some nodes, adding what of it is not on the canvas. `words` is the question in words. */
export async function askAround(question: AroundQuestion, words: string): Promise<void> {
  const { graph } = await call('surroundings', {
    body: { nodeIds: [...question.around], types: [...question.types], hops: question.hops },
  });
  if (!graph) return;
  const relationshipIds = graph.relationships.map(({ id }) => id);
  // The nodes of the question belong to the answer only where something leads to them.
  const nodeIds = graph.relationships.flatMap(({ source, target }) => [source, target]);
  await bringIn(text.steps.bring(words), graph, { after: putPathAway() });
  const screen = useScreen.getState();
  screen.stopReading();
  workspace.getState().select(null);
  screen.bringRightToFront();
  lightPart({ words, nodeIds, relationshipIds, question });
}
