import type { GraphSchema } from '../../../server/contract/schema.ts';

interface Counted {
  name: string;
  count: number;
}

/**
 * The relationship types and kinds of node that a path may run through, with how many there are. The texts of a graph
 * that Throughline loaded and the links that hold their passages are no part of what is walked.
 */
export function walkedNames({ labels, types, triples }: GraphSchema): {
  types: Counted[];
  labels: Counted[];
} {
  const loadedHere = triples.some(
    ({ from, type, to }) => from === 'SourceDocument' && type === 'HAS_PASSAGE' && to === 'Passage',
  );
  const isText = (label: string) => loadedHere && (label === 'SourceDocument' || label === 'Passage');
  const walked = new Set(triples.flatMap(({ from, type, to }) => (isText(from) || isText(to) ? [] : [type])));
  return {
    types: types.flatMap(({ type, count }) => (walked.has(type) ? [{ name: type, count }] : [])),
    labels: labels.flatMap(({ label, count }) =>
      label === 'Entity' || isText(label) ? [] : [{ name: label, count }],
    ),
  };
}
