import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const around = {
  results: 'What lies around',
  intro: 'Everything within some links of a node, counted before it is drawn.',
  need: 'Choose or select a node.',
  within: 'Within',
  hops: (count: number) => linkWords(count),
  counting: 'Counting',
  found: (nodeCount: number, linkCount: number, hops: number) =>
    `${nodeWords(nodeCount)}, ${linkWords(linkCount)} within ${linkWords(hops)}.`,
  atLeast: 'At least that many; counting ended early.',
  level: (count: number, hop: number) => `${formatCount(count)} at ${linkWords(hop)}`,
  draw: 'Draw them',
  tooMany: (most: number) => `More than ${nodeWords(most)} would bury the canvas. Take fewer links.`,
  allDrawn: 'All of them are on the canvas; they are lit.',
  drawn: (count: number) => `${nodeWords(count)} came to the canvas.`,
  keepOnly: 'Keep only these',
  step: (names: string, hops: number) => `Everything within ${linkWords(hops)} of ${names}`,
  stepOnly: (names: string, hops: number) => `Only what is within ${linkWords(hops)} of ${names}`,
  expand: (name: string) => `Links of ${name}`,
  next: (count: number) => `Add the next ${formatCount(count)} links`,
  among: 'Only among what is shown',
  amongNone: 'Every link to what is shown is there already.',
  amongSome: (count: number) => `${linkWords(count)} added among what is shown.`,
  allThere: 'All its links are on the canvas.',
};
