import { formatCount } from '../../look/words.ts';

export const reading = {
  loading: 'Loading the text',
  failed: 'The text could not be loaded',
  open: 'Read in the text',
  back: 'Back to the details',
  choose: 'Texts',
  which: 'Which text',
  retold: 'Retelling',
  original: 'Original',
  wider: 'Both side by side',
  marksHint: 'Marked words carry the graph: dotted names something, lines are links. Click one to light it.',
  keysHint: 'Left and right arrow go from mark to mark, up and down from sentence to sentence, Enter lights.',
  previousMark: 'Previous marked words',
  nextMark: 'Next marked words',
  passage: (number: number) => `Light all that passage ${number} says`,
  sentence: (number: number, passage: number) => `Light what sentence ${number} of passage ${passage} says`,
  mark: (words: string, named: readonly string[], more: number) =>
    `${words.trim()}: ${[...named, more > 0 && `and ${formatCount(more)} more`].filter(Boolean).join('; ')}`,
  unknown: 'something not on the canvas',
};
