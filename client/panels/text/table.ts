import { formatCount } from '../../look/words.ts';

const NOUNS = { nodes: ['node', 'nodes'], links: ['link', 'links'] } as const;
type Kind = keyof typeof NOUNS;
const many = (kind: Kind, count: number) => formatCount(count, NOUNS[kind][0], NOUNS[kind][1]);

export const table = {
  name: { nodes: 'Table of nodes', links: 'Table of links' },
  find: 'Find in these rows',
  rows: (kind: Kind, count: number, all: number) =>
    count === all ? many(kind, all) : `${formatCount(count)} of ${many(kind, all)}`,
  hidden: (count: number) => `List ${formatCount(count)} hidden too`,
  isHidden: 'hidden',
  filters: 'Filter by column',
  filterOf: (column: string) => `Filter ${column}`,
  filterHint: 'Text',
  numberHint: 'Text, or > 5',
  columns: 'Columns',
  usualColumns: 'Usual columns',
  copy: (chosen: number) => (chosen === 0 ? 'Copy all' : `Copy ${formatCount(chosen)}`),
  copied: (rows: number) => `${formatCount(rows, 'row')} copied, ready for a spreadsheet.`,
  notCopied: 'The browser did not let the rows be copied.',
  clearChosen: 'Clear',
  choose: (name: string) => `Select ${name} with others`,
  chooseColumn: 'Selected together',
  chosenLinks: (count: number) => `${formatCount(count, 'link')} selected in the table`,
  sortedBy: (column: string, downwards: boolean) =>
    `Sorted by ${column}, ${downwards ? 'largest first' : 'smallest first'}`,
  noneMatch: 'No row matches.',
  clearFilters: 'Clear the filters of the table',
  empty: { nodes: 'There is no node on the canvas.', links: 'There is no link on the canvas.' },
  keys: 'Arrow keys walk through the cells. Enter selects the row, Space selects it together with others, with Shift and up or down a row more is added.',
  fixed: {
    name: 'Name',
    kind: 'Kind',
    links: 'Links',
    linksIn: 'Links in',
    linksOut: 'Links out',
    from: 'From',
    type: 'Link',
    to: 'To',
    status: 'Stands as',
  },
};
