import { formatCount } from '../../look/words.ts';

/** Filtering by properties, in the Filter panel and in the timeline. */
export const properties = {
  heading: { nodes: 'Properties of nodes', relationships: 'Properties of links' },
  hint: 'Open a property to see how its values spread, and to filter by them.',
  active: 'filters',
  hidden: {
    nodes: (count: number) => `${formatCount(count, 'node')} hidden by this`,
    relationships: (count: number) => `${formatCount(count, 'link')} hidden by this`,
  },
  clear: 'Show them',
  missing: {
    nodes: (count: number) => `${formatCount(count, 'node')} without it`,
    relationships: (count: number) => `${formatCount(count, 'link')} without it`,
  },
  contains: 'Contains',
  distinct: (count: number) => formatCount(count, 'different text'),
  from: (property: string) => `Least ${property}`,
  to: (property: string) => `Most ${property}`,
  fromDate: (property: string) => `Earliest ${property}`,
  toDate: (property: string) => `Latest ${property}`,
  between: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
  all: 'all values',
  bar: (range: string, count: number) => `${range}: ${formatCount(count)}`,
  dateBar: (range: string, sure: number, possible: number) =>
    possible === 0
      ? `${range}: ${formatCount(sure)}`
      : `${range}: ${formatCount(sure)}, and ${formatCount(possible)} known only roughly`,
};
