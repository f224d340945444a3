import type { Path, PathAnswer } from '../../../server/contract/paths.ts';
import { text } from '../text.ts';

const { paths: words } = text;

/**
 * What was searched and what was found: "Searched up to 6 links, either way. 1 path of 3 links, no shorter one."
 * `limits` are the phrases of the question; without them only the longest path is told.
 */
export function describeAnswer(answer: PathAnswer, limits: readonly string[] = []): string {
  const { paths, searched, truncated } = answer;
  const parts = [`${words.searched([words.upTo(searched.maxLength), ...limits].join(', '))}.`];
  if (paths.length > 0) parts.push(`${foundWords(answer)}.`);
  else if (answer.reason) parts.push(answer.reason);
  if (searched.moreExist) parts.push(words.moreExist);
  else if (searched.moreExist === null && !truncated && paths.length > 0) parts.push(words.moreUnknown);
  if (searched.undated > 0) parts.push(words.undated(searched.undated));
  if (truncated) parts.push(words.early);
  return parts.join(' ');
}

/** How much of the graph was looked at, where it is known. */
export function effortWords({ searched: { nodesVisited, relationshipsVisited } }: PathAnswer): string | null {
  return nodesVisited === null || relationshipsVisited === null
    ? null
    : words.looked(nodesVisited, relationshipsVisited);
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
