import { documentQuery } from '../../api/queries.ts';
import { queryClient } from '../connection/query-client.ts';
import type { ReadingPlace } from '../reading-place.ts';
import { useScreen } from '../screen-store.ts';
import { lightWords } from './light-words.ts';

/** Opens a text where a link points, and lights what rests on its words. */
export async function openReading(place: ReadingPlace): Promise<void> {
  const screen = useScreen.getState();
  screen.read(place);
  const { documentId, passageId, start, end } = place;
  if (passageId === undefined || start === undefined || end === undefined) return;
  const { passages } = await queryClient.fetchQuery(documentQuery(documentId));
  const passage = passages.find(({ id }) => id === passageId);
  if (passage) lightWords(passage, { documentId, passageId, start, end });
}
