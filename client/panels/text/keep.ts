import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const keep = {
  label: 'Kept work',
  broughtBack: 'This is how you left it.',
  startAnew: 'Start anew',
  offered: (nodeCount: number) => `Your last canvas, with ${nodeWords(nodeCount)}, can be brought back.`,
  bringBack: 'Bring it back',
  notNow: 'Not now',
  notKept:
    'This browser does not keep your work: its storage is full or not allowed. A link or a file of the view still works.',
  tooManyToKeep: (most: number) =>
    `More than ${nodeWords(most)} are on the canvas. They are not brought back after a reload.`,
  nothingFound: 'Nothing of this view is in this graph.',
  brokenLink: 'This link is cut short or damaged. Ask for it again.',
  newer: 'This view was made by a newer version of Throughline and cannot be opened here.',
  problems: {
    'not-a-view': (_: string) => 'This is not a view of Throughline.',
    newer: (_: string) => 'This view was made by a newer version of Throughline and cannot be opened here.',
    broken: (detail: string) => `This view is damaged and cannot be opened.${detail ? ` (${detail})` : ''}`,
  },
  tooMany: (most: number) =>
    `This view holds more than ${nodeWords(most)}, which is more than can be saved and opened again.`,
  missing: (nodes: readonly string[], relationshipCount: number) => {
    const counts = [
      nodes.length > 0 && nodeWords(nodes.length),
      relationshipCount > 0 && linkWords(relationshipCount),
    ];
    return `${counts.filter(Boolean).join(' and ')} of this view ${nodes.length + relationshipCount === 1 ? 'is' : 'are'} no longer in the graph`;
  },
  moreMissing: (count: number) => `and ${formatCount(count)} more`,
};
