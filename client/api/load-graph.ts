import type { Graph } from '../../server/contract/graph.ts';
import { nodeSchema, relationshipSchema } from '../../server/contract/graph.ts';
import { type GraphPart, type GraphResponse, graphPartSchema } from '../../server/contract/nodes.ts';
import { ApiProblem } from './api-problem.ts';
import { type CallInput, callForLines } from './call.ts';

/** How much of a graph has come, and how much will; relationships are counted once the nodes are there. */
export interface Arrival {
  nodes: number;
  nodesToCome: number;
  relationships: number;
  relationshipsToCome: number | null;
}

/**
 * Loads the graph to begin with, part by part, and tells how much has come. Rejects with an `ApiProblem`, or with the
 * `AbortError` of the given signal.
 */
export async function loadGraph(
  input: CallInput<'graphParts'>,
  onArrival: (arrival: Arrival) => void = () => {},
): Promise<GraphResponse> {
  const graph: Graph = { nodes: [], relationships: [] };
  const arrival: Arrival = { nodes: 0, nodesToCome: 0, relationships: 0, relationshipsToCome: null };
  const about = { nodeCount: 0, truncated: false };
  let complete = false;
  for await (const line of callForLines('graphParts', input)) {
    const part = readPart(line);
    if ('problem' in part) {
      const { code, status, detail, fields } = part.problem;
      throw new ApiProblem(code, status, detail, fields);
    }
    if ('nodeCount' in part) {
      Object.assign(about, { nodeCount: part.nodeCount, truncated: part.truncated });
      arrival.nodesToCome = part.nodesToCome;
    } else if ('nodes' in part) graph.nodes.push(...part.nodes);
    else if ('relationshipsToCome' in part) arrival.relationshipsToCome = part.relationshipsToCome;
    else if ('relationships' in part) graph.relationships.push(...part.relationships);
    else complete = true;
    arrival.nodes = graph.nodes.length;
    arrival.relationships = graph.relationships.length;
    onArrival({ ...arrival });
  }
  if (!complete) throw new ApiProblem('unreachable', 0, 'The graph broke off before its end.');
  return { graph, ...about };
}

/** Checks a line by its first item: all of them are made alike, and checking each takes longer than drawing them. */
function readPart(line: string): GraphPart {
  let part: unknown;
  try {
    part = JSON.parse(line);
  } catch {
    throw notOurs();
  }
  if (isListOf(part, 'nodes', nodeSchema) || isListOf(part, 'relationships', relationshipSchema)) return part;
  const checked = graphPartSchema.safeParse(part);
  if (!checked.success) throw notOurs();
  return checked.data;
}

function isListOf(
  part: unknown,
  name: 'nodes' | 'relationships',
  schema: typeof nodeSchema | typeof relationshipSchema,
): part is Extract<GraphPart, { nodes: unknown } | { relationships: unknown }> {
  if (typeof part !== 'object' || part === null || !(name in part)) return false;
  const items: unknown = Object.entries(part).find(([key]) => key === name)?.[1];
  return Array.isArray(items) && (items.length === 0 || schema.safeParse(items[0]).success);
}

function notOurs(): ApiProblem {
  return new ApiProblem('unreadable_answer', 200, 'The server gave an answer that cannot be read.');
}
