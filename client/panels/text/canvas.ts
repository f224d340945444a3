import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const canvas = {
  label: (nodeCount: number, linkCount: number) => `Graph: ${nodeWords(nodeCount)}, ${linkWords(linkCount)}`,
  keys: 'Arrow keys walk from node to node along links. Page Down goes to the next neighbour of the node you came from, Backspace goes back, Home goes to the best connected node. Enter opens the details, Space chooses. Shift and arrow keys move the view, plus and minus zoom, 0 shows all.',
  noneThatWay: {
    left: 'No neighbour to the left.',
    right: 'No neighbour to the right.',
    up: 'No neighbour above.',
    down: 'No neighbour below.',
  },
  noNeighbours: 'It has no neighbours here.',
  cameBy: (where: string, sentence: string, others: number) =>
    `${where}. ${sentence}${others > 0 ? ` And ${formatCount(others, 'more link')}.` : ''}`,
  noWebgl:
    'This browser cannot draw the graph: it has no WebGL. The list in Find shows the same nodes and links.',
  lost: 'The graphics of this browser stopped. The list in Find shows the same nodes and links.',
  drawAgain: 'Draw again',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit all on screen',
  minimap: 'Small map of the whole graph',
  loading: 'Loading the graph',
  layingOut: (count: number) => `Laying out ${nodeWords(count)}`,
  empty: 'This graph is empty',
  emptyHint: 'Fill it from a text in the project folder, then look again:',
  emptyCommand: 'npm run seed',
  lookAgain: 'Look again',
  failed: 'The graph could not be loaded',
  cleared: 'The canvas is clear',
  clearedHint: 'Find something to put on it, undo, or bring the first graph back.',
  allHidden: 'Everything is hidden',
};
