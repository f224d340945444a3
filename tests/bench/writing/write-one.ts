import { createHash } from 'node:crypto';
import { MultiDirectedGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import { EXPORT_FORMATS } from '../../../server/contract/exports.ts';
import type { Graph } from '../../../server/contract/graph.ts';
import { prepareFile } from '../../../server/exchange/export-file.ts';
import { sourceOf } from '../../../server/exchange/graph-source.ts';
import { randomGraph, randomNumbers } from '../../fixtures/random-graph.ts';

/**
 * Writes one graph in one process, so that its peak memory is its own, and prints what that took as JSON. Making the
 * graph is not counted in the time, and `nothing` tells how much memory it takes by itself.
 */
const [writer = '', nodeCount = '', relationshipCount = ''] = process.argv.slice(2);
const { nodes, relationships } = randomGraph(randomNumbers(1), Number(nodeCount), Number(relationshipCount));
const graph: Graph = {
  nodes: nodes.map((node) => ({ ...node, labels: [...node.labels], caption: String(node.properties.name) })),
  relationships: [...relationships],
};

async function writeOurs(format: (typeof EXPORT_FORMATS)[number]): Promise<number> {
  const options = { title: 'Bench', exportedAt: new Date(Date.UTC(2000, 0, 1)).toISOString() };
  const { content } = await prepareFile(format, sourceOf(graph), options);
  let bytes = 0;
  // Hashed, so that every piece is looked at and none is kept.
  const hash = createHash('sha1');
  for await (const piece of content()) {
    hash.update(piece);
    bytes += Buffer.byteLength(piece);
  }
  return bytes;
}

function graphologyOf(): MultiDirectedGraph {
  const made = new MultiDirectedGraph();
  for (const { id, caption, labels, properties } of graph.nodes) {
    made.addNode(id, { ...properties, label: caption, labels: labels.join(' ') });
  }
  for (const { id, source, target, type, properties } of graph.relationships) {
    made.addDirectedEdgeWithKey(id, source, target, { ...properties, label: type });
  }
  return made;
}

const format = EXPORT_FORMATS.find((known) => known === writer);
const theirs = writer === 'graphology' ? graphologyOf() : undefined;
const began = performance.now();
let bytes = 0;
if (format !== undefined) bytes = await writeOurs(format);
else if (theirs !== undefined) bytes = Buffer.byteLength(gexf.write(theirs, { version: '1.3' }));
const ms = performance.now() - began;
console.log(JSON.stringify({ ms, bytes, peakMb: process.resourceUsage().maxRSS / 1024 }));
