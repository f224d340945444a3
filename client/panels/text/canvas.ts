import { nodeWords } from './counts.ts';

export const canvas = {
  label: 'Graph of nodes and links. The same is in the Find panel as a list.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit all on screen',
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
