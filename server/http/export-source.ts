import type { z } from 'zod';
import type { exportRequestSchema } from '../contract/exports.ts';
import type { Graph } from '../contract/graph.ts';
import { type GraphSource, type Observer, remembered, sourceOf } from '../exchange/graph-source.ts';
import type { QueryContext } from '../queries/query-context.ts';
import { streamSubgraph, streamWholeGraph } from '../queries/stream-graph.ts';
import { RequestProblem } from './problem-of.ts';

/** As the contract reads it. */
export type ExportBody = z.output<typeof exportRequestSchema>;

/** Nodes and relationships that are kept between the two readings of one export. */
const MOST_KEPT = 20_000;

/** The graph that a request is for. Throws `RequestProblem` for a given graph that is none. */
export async function exportSource(context: QueryContext, body: ExportBody): Promise<GraphSource> {
  if (body.graph !== undefined) {
    checkGraph(body.graph);
    return sourceOf(body.graph);
  }
  const found =
    body.nodeIds === undefined
      ? await streamWholeGraph(context)
      : await streamSubgraph(context, body.nodeIds, body.relationshipIds);
  return remembered(found, MOST_KEPT);
}

/** Notes what of the ids asked for is there; `refuseMissing` then throws for those that are not. */
export class AskedIds implements Observer {
  readonly #nodeIds: Set<string>;
  readonly #relationshipIds: Set<string>;

  constructor({ nodeIds = [], relationshipIds = [] }: Pick<ExportBody, 'nodeIds' | 'relationshipIds'>) {
    this.#nodeIds = new Set(nodeIds);
    this.#relationshipIds = new Set(relationshipIds);
  }

  node({ id }: { id: string }): void {
    this.#nodeIds.delete(id);
  }

  relationship({ id }: { id: string }): void {
    this.#relationshipIds.delete(id);
  }

  refuseMissing(): void {
    refuse('nodeIds', [...this.#nodeIds], 'not in the graph');
    refuse('relationshipIds', [...this.#relationshipIds], 'not among the given nodes');
  }
}

function refuse(field: string, ids: readonly string[], what: string): void {
  if (ids.length === 0) return;
  const some = ids.slice(0, 5).map((id) => `"${id.slice(0, 80)}"`);
  const problem = `${ids.length} ${what}: ${some.join(', ')}${ids.length > 5 ? ', …' : ''}`;
  throw new RequestProblem('invalid_request', `${field}: ${problem}`, [{ field, problem }]);
}

function checkGraph({ nodes, relationships }: Graph): void {
  const ids = new Set(nodes.map(({ id }) => id));
  const relationshipIds = new Set(relationships.map(({ id }) => id));
  if (ids.size < nodes.length) refuse('graph.nodes', repeated(nodes), 'given more than once');
  if (relationshipIds.size < relationships.length)
    refuse('graph.relationships', repeated(relationships), 'given more than once');
  const ends = relationships.flatMap(({ source, target }) => [source, target]);
  refuse(
    'graph.relationships',
    [...new Set(ends.filter((id) => !ids.has(id)))],
    'named as an end but not among the nodes',
  );
}

function repeated(elements: readonly { id: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { id } of elements) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([id]) => id);
}
