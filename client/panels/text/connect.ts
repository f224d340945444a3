import { linkWords, nodeWords } from './counts.ts';

export const connect = {
  results: 'What connects them',
  intro: 'What is the least that ties three to eight nodes together?',
  need: (count: number) => `Choose ${3 - count} more: three to eight nodes.`,
  tooMany: (count: number) => `${count} are chosen; eight at most can be connected.`,
  ask: 'Connect them',
  asking: 'Looking for what connects them',
  question: (names: string) => `What connects ${names}?`,
  title: (names: string) => `What connects ${names}`,
  found: (nodeCount: number, linkCount: number) => `${nodeWords(nodeCount)}, ${linkWords(linkCount)}.`,
  proven: 'Nothing smaller connects them.',
  notProven: 'This is the smallest found; whether a smaller one exists is not known.',
  apart: 'They do not all hang together',
  group: (number: number) => `Group ${number}`,
  apartUnsure: 'The search ended before all of the graph was seen.',
};
