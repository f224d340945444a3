import { formatCount } from '../../look/words.ts';
import { nodeWords } from './counts.ts';

export const filter = {
  heading: 'Filter',
  labels: 'Kinds',
  types: 'Links',
  statuses: 'How it stands in the text',
  documents: 'Texts that say it',
  documentCount: (count: number) => formatCount(count, 'entry', 'entries'),
  showAll: 'Show all',
  unlinked: (count: number) =>
    count === 0 ? 'Hide nodes that have no link left' : `Hide ${nodeWords(count)} with no link left`,
  nothingHidden: 'Nothing is hidden.',
  nothing: 'There is nothing to filter yet.',
};
