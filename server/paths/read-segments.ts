import type { PathQuestion } from '../contract/paths.ts';
import type { WalkRules } from './link-filter.ts';
import type { Link } from './link-store.ts';
import type { Known } from './read-linked.ts';
import { readTrails, type Trails } from './read-trails.ts';
import type { SearchBudget } from './search-budget.ts';
import { trailsOf, type WalkGraph } from './walk-graph.ts';

/** The shortest trails from each waypoint of a question to the next, however long these are. */
export interface Segments {
  /** Of all of them. */
  links: Link[];
  known: Known;
  /** No path has fewer links; infinite where two waypoints are apart. */
  length: number;
  /** The first two waypoints that nothing connects. */
  apart?: [from: string, to: string];
}

/**
 * Lets the engine find the shortest trails between the waypoints of a question, all at the same time. Every path that is
 * as long as these together consists of them. Undefined where the engine cannot tell.
 */
export async function readSegments(
  graph: WalkGraph,
  question: PathQuestion,
  rules: WalkRules,
  budget: SearchBudget,
): Promise<Segments | undefined> {
  if (trailsOf(graph) === undefined) return undefined;
  const points = [question.from, ...question.via, question.to];
  const parts = await Promise.all(
    points.slice(1).map((to, i) => {
      const part: PathQuestion = { ...question, from: points[i] ?? to, to, via: [], mode: 'shortest' };
      return readTrails(graph, part, rules, budget, 1);
    }),
  );
  const trails = parts.flatMap((part) => part ?? []);
  if (trails.length < parts.length) return undefined;
  const lengths = trails.map(({ beyond, complete }) => beyond ?? complete);
  const gap = lengths.indexOf(Number.POSITIVE_INFINITY);
  const [from, to] = points.slice(gap);
  return {
    links: trails.flatMap(({ links }) => links),
    known: knownOf(trails),
    length: lengths.reduce((sum, length) => sum + length, 0),
    ...(gap >= 0 && from !== undefined && to !== undefined ? { apart: [from, to] } : {}),
  };
}

function knownOf(trails: readonly Trails[]): Known {
  return {
    nodes: firstOf(trails.map(({ known }) => known.nodes)),
    relationships: firstOf(trails.map(({ known }) => known.relationships)),
  };
}

function firstOf<T>(places: readonly { get(id: string): T | undefined }[]) {
  return {
    get: (id: string): T | undefined => {
      for (const place of places) {
        const item = place.get(id);
        if (item !== undefined) return item;
      }
      return undefined;
    },
  };
}
