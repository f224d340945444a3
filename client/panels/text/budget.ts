import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const budget = {
  heading: 'How much shall be drawn?',
  holds: (nodes: number, links: number) => `This graph has ${nodeWords(nodes)} and ${linkWords(links)}.`,
  why: 'A drawing of that many is slow to lay out and hard to read. Search, paths and details always use the whole graph.',
  best: (count: number) => `The ${formatCount(count)} best connected nodes`,
  bestHint: 'and the links among them. Suggested: drawn in a moment; expand from there.',
  count: 'How many nodes',
  some: 'Only some kinds',
  someHint: 'Choose kinds of nodes and links.',
  kinds: 'Nodes',
  types: 'Links',
  someCount: (nodes: number, links: number) => `At most ${nodeWords(nodes)} and ${linkWords(links)}.`,
  all: (nodes: number) => `All ${nodeWords(nodes)}`,
  most: (nodes: number) => `The ${formatCount(nodes)} best connected nodes, the most that can be drawn`,
  allHint: (seconds: number) =>
    `Laying them out takes about ${seconds < 90 ? formatCount(seconds, 'second') : formatCount(Math.round(seconds / 60), 'minute')}; you can work meanwhile. Names show when you come closer.`,
  draw: 'Draw',
  remembered: 'Remembered for this database; change it under Views.',
  change: 'Choose how much is drawn',
  cancel: 'Cancel',
  close: 'Close',
  loadingKinds: 'Loading the kinds',
  arriving: (nodes: number, ofNodes: number) => `${formatCount(nodes)} of ${nodeWords(ofNodes)} have come`,
  arrivingLinks: (links: number, ofLinks: number) =>
    `${formatCount(links)} of ${linkWords(ofLinks)} have come`,
  waitingForLinks: (nodes: number) => `${nodeWords(nodes)} have come; the links are being read`,
  stop: 'Stop',
  stopped: 'Loading was stopped',
  more: 'More than is drawn well',
  adds: (nodes: number, total: number) =>
    `This adds ${nodeWords(nodes)}; then ${nodeWords(total)} would be on the canvas.`,
  addBest: (count: number) => `Add the ${formatCount(count)} best connected`,
  addAll: (count: number) => `Add all ${formatCount(count)}`,
};
