import { formatCount } from '../../look/words.ts';

export const look = {
  heading: 'Colour and size',
  open: 'Colours',
  colour: 'Colour by',
  size: 'Size by',
  properties: 'A number of the nodes',
  ofShown: 'Computed for what is shown, again whenever that changes.',
  names: {
    kind: 'Kind',
    degree: 'Links',
    'in-degree': 'Links in',
    'out-degree': 'Links out',
    pagerank: 'PageRank',
    betweenness: 'Betweenness',
    community: 'Communities',
  },
  meanings: {
    kind: 'What sort of thing it is.',
    size: 'How many links it has among all that is gathered.',
    degree: 'How many links it has.',
    'in-degree': 'How many links lead to it.',
    'out-degree': 'How many links lead away from it.',
    pagerank: 'How much it matters if links from what matters count more.',
    betweenness: 'How often it lies on the shortest way between two others.',
    community: 'Who is linked more among themselves than with the rest.',
    property: (name: string) => `The value of "${name}".`,
  },
  computing: (name: string, percent: number | null) =>
    percent === null ? `Computing ${name}` : `Computing ${name}, ${percent} % done`,
  cancel: 'Cancel',
  failed: (name: string) => `${name} could not be computed.`,
  retry: 'Try again',
  estimated: (from: number, all: number) =>
    `Estimated from ${formatCount(from)} of ${formatCount(all)} nodes, because all would take too long.`,
  byKind: 'Colour by kind',
  usualSize: 'Usual size',
  around: (name: string) => `Around ${name}`,
  group: (name: string, count: number) => `Light the ${formatCount(count, 'node')} around ${name}`,
  rest: (groups: number, nodes: number) =>
    `${formatCount(groups, 'smaller group')}, ${formatCount(nodes, 'node')}`,
  middle: (number: string) => `(${number} in the middle)`,
  without: (count: number) => `${formatCount(count)} without it`,
  scale: (name: string, low: string, high: string) => `${name}: from ${low} to ${high}`,
  sizes: (name: string, low: string, high: string) => `${name}: the smallest is ${low}, the largest ${high}`,
};
