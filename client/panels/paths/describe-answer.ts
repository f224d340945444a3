import type { Path, PathAnswer } from '../../../server/contract/paths.ts';
import { text } from '../text.ts';

const { paths: words } = text;

/** What was searched and what was found, in one sentence: "Searched up to 6 links. 1 path of 3 links, no shorter one." */
export function describeAnswer(answer: PathAnswer): string {
  const { paths, searched, truncated } = answer;
  const parts = [`${words.searched(searched.maxLength)}.`];
  if (paths.length > 0) parts.push(`${foundWords(answer)}.`);
  else if (answer.reason) parts.push(answer.reason);
  if (searched.moreExist) parts.push(words.moreExist);
  if (truncated) parts.push(words.early);
  return parts.join(' ');
}

function foundWords({ paths, truncated }: PathAnswer): string {
  const lengths = paths.map((path) => path.length);
  const least = Math.min(...lengths);
  const found =
    paths.length === 1
      ? words.foundOne(least)
      : words.foundSome(paths.length, words.lengths(least, Math.max(...lengths)));
  return [found, truncated ? '' : words.noShorter].filter(Boolean).join(', ');
}

/** The names along a path, to be heard: "Japan, UK, NATO." */
export function chainOf(path: Path, captionOf: (id: string) => string): string {
  return `${path.nodeIds.map(captionOf).join(', ')}.`;
}
