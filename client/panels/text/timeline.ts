import { formatCount } from '../../look/words.ts';

const links = (count: number) => formatCount(count, 'link');

export const timeline = {
  heading: 'Timeline of links',
  by: 'Dated by',
  none: 'No link on the canvas has a date.',
  noneHint: 'Links with a property that holds dates, such as 2023 or 2023-01-13, would be shown here.',
  undated: (count: number) => `${links(count)} without a date`,
  faint: 'Fainter: only the year or the month is known.',
  shown: (range: string) => `Shown: ${range}`,
  all: 'Shown: all times',
  hidden: (count: number) => `${links(count)} hidden`,
  closer: 'Look closer at this time',
  wholeSpan: 'Back to the whole time',
  showAll: 'Show all times',
  hint: 'Draw over the bars, or move the two edges with the arrow keys.',
  earliest: 'Earliest time shown',
  latest: 'Latest time shown',
};
