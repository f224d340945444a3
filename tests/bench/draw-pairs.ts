import type { GraphRecords } from '../../server/database/graph-database.ts';
import { pick } from '../fixtures/random-graph.ts';

export interface Ends {
  from: string;
  to: string;
  /** To be passed on the way. */
  via?: string;
}

/** Two nodes each, drawn from the larger island of a `randomGraph` of so many nodes. */
export function drawPairs(random: () => number, nodeCount: number, count: number): Ends[] {
  const inShore = () => `n${Math.floor(random() * nodeCount * 0.8)}`;
  return Array.from({ length: count }, () => ({ from: inShore(), to: inShore() })).filter(areTwo);
}

/** Two nodes each, between which a walk of two to six relationships leads, and one that it passes. */
export function walkPairs(random: () => number, { relationships }: GraphRecords, count: number): Ends[] {
  const next = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    const known = next.get(a);
    if (known === undefined) next.set(a, [b]);
    else known.push(b);
  };
  for (const { source, target, properties } of relationships) {
    if (properties.status === 'negated') continue;
    join(source, target);
    join(target, source);
  }
  const starts = [...next.keys()];
  return Array.from({ length: count }, () => {
    const from = pick(random, starts);
    const walked = [from];
    for (let left = 2 + Math.floor(random() * 5); left > 0; left--) {
      walked.push(pick(random, next.get(walked.at(-1) ?? from) ?? [from]));
    }
    return { from, via: walked[Math.floor(walked.length / 2)] ?? from, to: walked.at(-1) ?? from };
  }).filter(areTwo);
}

function areTwo({ from, to }: Ends): boolean {
  return from !== to;
}

/**
 * Parts pairs by whether a path of ours connects them. Those walked join the connected ones as long as these are
 * fewer than `wanted`.
 *
 * @throws Error when the other does not find a path of the same length, or with `orShorter` none that is longer
 */
export async function partPairs(
  { drawn, walked, wanted }: { drawn: readonly Ends[]; walked: readonly Ends[]; wanted: number },
  ours: (pair: Ends) => Promise<number | undefined>,
  other: { orShorter: boolean; ask: (pair: Ends) => Promise<number | undefined> },
): Promise<{ connected: Ends[]; apart: Ends[] }> {
  const [connected, apart]: [Ends[], Ends[]] = [[], []];
  const lengthOf = async (pair: Ends) => {
    const [length, bare] = [await ours(pair), await other.ask(pair)];
    const agree = length === bare || (other.orShorter && bare !== undefined && bare <= (length ?? bare));
    if (!agree) throw new Error(`${pair.from} to ${pair.to}: ours ${length} long, the bare engine's ${bare}`);
    return length;
  };
  for (const pair of drawn) ((await lengthOf(pair)) === undefined ? apart : connected).push(pair);
  for (const pair of walked) {
    if (connected.length >= wanted) break;
    if ((await lengthOf(pair)) !== undefined) connected.push(pair);
  }
  return { connected, apart };
}
