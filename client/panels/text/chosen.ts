import { formatCount } from '../../look/words.ts';

export const chosen = {
  heading: 'Chosen',
  add: 'Add a node',
  remove: (name: string) => `Take ${name} out`,
  clear: 'Clear',
  count: (count: number) => `${formatCount(count)} chosen`,
  hint: 'Type a name, pick on the canvas, or hold Shift and click nodes.',
  takeSelected: (name: string) => `Take ${name}, which is selected`,
  announce: (name: string, count: number) => `${name} chosen, ${formatCount(count)} in all`,
  announceOut: (name: string, count: number) => `${name} taken out, ${formatCount(count)} left`,
  background: 'Count background links (known, but not in the text)',
};
