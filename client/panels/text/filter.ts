import { formatCount } from '../../look/words.ts';

export const filter = {
  heading: 'Filter',
  labels: 'Kinds',
  types: 'Links',
  statuses: 'How it stands in the text',
  documents: 'Texts that say it',
  documentCount: (count: number) => formatCount(count, 'entry', 'entries'),
  showAll: 'Show all',
  nothingHidden: 'Nothing is hidden.',
  nothing: 'There is nothing to filter yet.',
};
