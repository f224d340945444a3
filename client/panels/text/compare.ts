import { formatCount } from '../../look/words.ts';

export const compare = {
  results: 'What they share',
  intro: 'What do two nodes share, and what has only one of them?',
  a: 'One',
  b: 'Other',
  need: 'Choose two nodes to compare.',
  ask: 'Compare',
  asking: 'Comparing',
  direct: 'Between the two',
  noDirect: 'No link ties them directly.',
  common: (count: number) => `Both are tied to ${formatCount(count)}`,
  only: (name: string, count: number) => `Only ${name}: ${formatCount(count)}`,
  none: 'Nothing.',
  firstOf: (shown: number, all: number) => `The first ${formatCount(shown)} of ${formatCount(all)}.`,
  light: 'Light what they share',
  step: (a: string, b: string) => `What ${a} and ${b} share`,
};
