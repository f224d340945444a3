import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { MultiDirectedGraph } from 'graphology';
import * as gexf from 'graphology-gexf';
import * as graphml from 'graphology-graphml';
import { importLimits } from '../../server/exchange/import-limits.ts';
import { readGraphFile } from '../../server/exchange/read-graph-file.ts';

/** Reads one file with one reader; prints seconds of the processor, peak memory and how many relationships were found. */
const [, , reader, path = ''] = process.argv;

async function read(): Promise<number> {
  if (reader === 'throughline') {
    const sources = [{ name: basename(path), chunks: createReadStream(path, { highWaterMark: 262_144 }) }];
    const { graph } = await readGraphFile(sources, { limits: importLimits(1024) });
    return graph.relationships.length;
  }
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.gexf')) return gexf.parse(MultiDirectedGraph, text).size;
  if (path.endsWith('.graphml')) return graphml.parse(MultiDirectedGraph, text).size;
  throw new Error('graphology reads GEXF and GraphML only');
}

const began = process.cpuUsage();
const relationships = await read();
const { user, system } = process.cpuUsage(began);
const seconds = (user + system) / 1e6;
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, relationships }));
