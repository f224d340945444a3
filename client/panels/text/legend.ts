import type { Status } from '../../../server/contract/evidence.ts';
import { formatCount } from '../../look/words.ts';
import { linkWords, nodeWords } from './counts.ts';

export const legend = {
  heading: 'Legend',
  hide: (name: string) => `Hide ${name}`,
  show: (name: string) => `Show ${name}`,
  drawn: (nodeCount: number, linkCount: number) => `${nodeWords(nodeCount)}, ${linkWords(linkCount)}`,
  hidden: (nodeCount: number, linkCount: number) =>
    `${[nodeCount > 0 && nodeWords(nodeCount), linkCount > 0 && linkWords(linkCount)].filter(Boolean).join(', ')} hidden`,
  showAll: 'Show all',
  /** Short, for one line below the canvas. */
  statuses: {
    asserted: 'Stated',
    attributed: 'Said by someone',
    planned: 'Planned',
    negated: 'Denied',
    background: 'Not in the text',
  } satisfies Record<Status, string>,
  unfold: (count: number) => `${formatCount(count)} more`,
  fewer: 'Fewer',
  more: (count: number) => `${formatCount(count)} more kinds`,
};
