import { formatCount } from '../../look/words.ts';

export const chosen = {
  heading: 'Selected together',
  more: (count: number) => `and ${formatCount(count)} more`,
  tooMany: (most: number) => `This question takes ${formatCount(most)} nodes at most. Select fewer.`,
  add: 'Add a node',
  remove: (name: string) => `Take ${name} out`,
  clear: 'Clear',
  count: (count: number) => `${formatCount(count)} selected`,
  hint: 'Type a name, pick on the canvas, or hold Shift and click nodes.',
  takeSelected: (name: string) => `Take ${name}, which is selected`,
  announce: (name: string, count: number) => `${name} selected, ${formatCount(count)} in all`,
  announceOut: (name: string, count: number) => `${name} taken out, ${formatCount(count)} left`,
  background: 'Count background links (known, but not in the text)',
};
