/** What can be computed of every node from the links alone. */
export const GRAPH_MEASURES = [
  'degree',
  'in-degree',
  'out-degree',
  'pagerank',
  'betweenness',
  'community',
] as const;
export type GraphMeasure = (typeof GRAPH_MEASURES)[number];

export interface MeasureRequest {
  measure: GraphMeasure;
  nodeCount: number;
  /** Source and target of each link in turn, as places in the list of nodes. */
  ends: Uint32Array;
}

export interface MeasureResult {
  /** One number for each node; for communities their number, 0 the largest. */
  values: Float64Array;
  /** Starting points that were looked at, where those were not all nodes: the numbers are estimates. */
  sampled?: number;
}

export type MeasureMessage = { progress: number } | { result: MeasureResult };

export function isGraphMeasure(name: string): name is GraphMeasure {
  return GRAPH_MEASURES.some((each) => each === name);
}
