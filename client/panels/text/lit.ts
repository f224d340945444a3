import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const lit = {
  heading: 'Answer',
  back: 'Back to the answer',
  counts: (nodeCount: number, linkCount: number) => `${nodeWords(nodeCount)}, ${linkWords(linkCount)} lit`,
  nothing: 'Nothing in the graph rests on these words.',
  noAnswer: 'The graph holds nothing about this.',
  only: 'Show only this',
  clear: 'Put the light out',
  missing: (count: number) => `${formatCount(count)} not on the canvas`,
  bring: 'Put on the canvas',
  hidden: (count: number) => `${formatCount(count)} hidden`,
  list: 'What rests on these words',
  announce: (words: string, nodeCount: number, linkCount: number) =>
    nodeCount + linkCount === 0
      ? `Nothing in the graph rests on: ${words}`
      : `${nodeWords(nodeCount)} and ${linkWords(linkCount)} lit: ${words}`,
};
