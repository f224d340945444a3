import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * Writing 20,000 nodes and 100,000 relationships, each writer in a process of its own: ours beside graphology's and
 * NetworkX's own, with the memory that each takes beyond a process that only makes the graph.
 *
 *     npm run bench -- writing
 */
const SIZE = ['20000', '100000'];
const RUNS = 3;

interface Cost {
  ms: number;
  bytes: number;
  peakMb: number;
}

const script = (name: string) => path.join(import.meta.dirname, name);
const ours = (writer: string) =>
  [process.execPath, ['--import', 'tsx', script('write-one.ts'), writer]] as const;
const python = [process.env.NETWORKX_PYTHON, 'python3', 'python']
  .filter((name) => name !== undefined)
  .find((name) => spawnSync(name, ['-c', 'import networkx']).status === 0);
const networkx = (writer: string) =>
  [python ?? 'python3', [script('write-with-networkx.py'), writer]] as const;

/** The run in the middle by time. */
function costOf([program, args]: readonly [string, readonly string[]]): Cost {
  const runs = Array.from({ length: RUNS }, (): Cost => {
    const output = execFileSync(program, [...args, ...SIZE], { encoding: 'utf8' });
    return JSON.parse(output);
  });
  const [, middle = { ms: 0, bytes: 0, peakMb: 0 }] = runs.sort((a, b) => a.ms - b.ms);
  return middle;
}

const graphOnly = costOf(ours('nothing'));
const graphology = costOf(ours('graphology'));
const python3 =
  python === undefined
    ? undefined
    : {
        nothing: costOf(networkx('nothing')),
        gexf: costOf(networkx('gexf')),
        graphml: costOf(networkx('graphml')),
      };

function line(name: string, { ms, bytes, peakMb }: Cost, base: Cost): void {
  const ratio = (other: Cost | undefined) =>
    other === undefined ? '   –' : (ms / other.ms).toFixed(2).padStart(4);
  console.log(
    `${name.padEnd(20)} ${ms.toFixed(0).padStart(6)} ms  ${(bytes / 1e6).toFixed(1).padStart(5)} MB out  ` +
      `${(peakMb - base.peakMb).toFixed(0).padStart(5)} MB more memory  to graphology GEXF ${ratio(graphology)}  ` +
      `to NetworkX GEXF ${ratio(python3?.gexf)}  GraphML ${ratio(python3?.graphml)}`,
  );
}

for (const format of ['json', 'gexf', 'graphml', 'csv', 'csv-neo4j', 'cypher'])
  line(format, costOf(ours(format)), graphOnly);
line('graphology GEXF', graphology, graphOnly);
if (python3 === undefined) console.log('NetworkX was not there: set NETWORKX_PYTHON to a Python that has it');
else {
  line('NetworkX GEXF', python3.gexf, python3.nothing);
  line('NetworkX GraphML', python3.graphml, python3.nothing);
}
