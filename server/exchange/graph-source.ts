import type { Graph, GraphNode, Relationship } from '../contract/graph.ts';

/**
 * A graph that is read in parts, and more than once: first to see what is in it, then to write it. Both times it gives
 * the same; the ends of every relationship are among the nodes.
 */
export interface GraphSource {
  nodes(): AsyncIterable<readonly GraphNode[]>;
  relationships(): AsyncIterable<readonly Relationship[]>;
}

/** The graph changed between two readings of its source. */
export class GraphChanged extends Error {
  override name = 'GraphChanged';

  constructor() {
    super('The graph changed while it was being written. Export it again.');
  }
}

const PART = 500;

/** A graph in memory as a source. */
export function sourceOf({ nodes, relationships }: Graph): GraphSource {
  return { nodes: () => inParts(nodes), relationships: () => inParts(relationships) };
}

async function* inParts<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let start = 0; start < items.length; start += PART) yield items.slice(start, start + PART);
}

/** What looks at every node and relationship once, to know the graph before it is written. */
export interface Observer {
  node?(node: GraphNode): void;
  relationship?(relationship: Relationship): void;
}

/** Reads the source once for all observers. */
export async function observeGraph(source: GraphSource, observers: readonly Observer[]): Promise<void> {
  for await (const part of source.nodes()) {
    for (const node of part) for (const observer of observers) observer.node?.(node);
  }
  for await (const part of source.relationships()) {
    for (const relationship of part) for (const observer of observers) observer.relationship?.(relationship);
  }
}

/**
 * The source as it is first read, kept in memory while it has at most `most` nodes and relationships, so that reading
 * it again costs nothing and cannot give another graph.
 */
export function remembered(source: GraphSource, most: number): GraphSource {
  let room = most;
  const keep = <Part extends readonly unknown[]>(read: () => AsyncIterable<Part>) => {
    let kept: Part[] | undefined;
    return async function* () {
      if (kept !== undefined) {
        yield* kept;
        return;
      }
      const parts: Part[] = [];
      for await (const part of read()) {
        room -= part.length;
        if (room >= 0) parts.push(part);
        else parts.length = 0;
        yield part;
      }
      if (room >= 0) kept = parts;
    };
  };
  return { nodes: keep(() => source.nodes()), relationships: keep(() => source.relationships()) };
}
