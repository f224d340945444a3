import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const about = {
  heading: 'What is this',
  untitled: 'How things are connected, and the words behind every link',
  untitledHint: 'Click a node for what it is tied to, or ask how two of them hang together.',
  loading: 'Loading',
  intro: 'A map of who and what this text connects, with the words behind every link:',
  alsoTexts: (count: number) => `and ${formatCount(count, 'more text')}`,
  holds: (nodeCount: number, linkCount: number) =>
    `It holds ${nodeWords(nodeCount)} and ${linkWords(linkCount)}.`,
  firstOnly: (shown: number, all: number) =>
    `The ${formatCount(shown)} best connected of ${formatCount(all)} nodes are drawn. Find brings in the others.`,
  ask: 'Questions to begin with',
  tied: (from: string, to: string) => `How is ${from} tied to ${to}?`,
  around: (name: string) => `What is ${name} connected to?`,
  withBackground: 'With background links, which are not in the text',
  hint: 'Or click anything in the graph.',
  readText: 'Read the text',
};
