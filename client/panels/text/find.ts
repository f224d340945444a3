import { formatCount } from '../../look/words.ts';

export const find = {
  heading: 'Find',
  label: 'Name, alias or words of a link',
  placeholder: 'For example a name',
  searching: 'Searching',
  nothing: (words: string) => `Nothing found for "${words}".`,
  nothingHint: 'Try fewer letters, another spelling, or only part of the name.',
  found: (total: number) => `${formatCount(total)} found`,
  foundSome: (shown: number, total: number) => `${formatCount(shown)} of ${formatCount(total)} found`,
  outline: 'All that is drawn',
  outlineHint: 'Everything on the canvas as a list.',
  outlineLinks: 'Links',
  nothingDrawn: 'Nothing is drawn.',
  matched: (field: string) => `in ${field}`,
};
