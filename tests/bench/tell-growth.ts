/** The medians of one question on one graph, in milliseconds. */
export interface Measured {
  nodes: number;
  relationships: number;
  mode: string;
  hops: number;
  ours: number;
  bare: number;
}

/** Degrees that count as one, and sizes that count as one, as factors. */
const SAME_DEGREE = 1.25;
const SAME_SIZE = 2;

const degreeOf = ({ nodes, relationships }: Measured) => relationships / nodes;

function isWithin(a: number, b: number, factor: number): boolean {
  return Math.max(a, b) <= Math.min(a, b) * factor;
}

/**
 * How the medians grow with the size of a graph at about one degree, with its degree at about one size, and with the
 * length allowed on one graph: each line goes from the least to the greatest, with the factors from step to step.
 */
export function tellGrowth(measured: readonly Measured[]): string[] {
  const lines: string[] = [];
  const tell = (title: string, steps: readonly Measured[], nameOf: (each: Measured) => string) => {
    if (steps.length < 2) return;
    const column = (of: 'ours' | 'bare') => {
      const times = steps.map((each) => `${each[of].toFixed(1)}`);
      const factor = (steps.at(-1)?.[of] ?? 0) / (steps[0]?.[of] ?? 1);
      return `${of} ${times.join(' → ')} ms (×${factor.toFixed(1)})`;
    };
    lines.push(`${title}: ${steps.map(nameOf).join(' → ')}: ${column('ours')}, ${column('bare')}`);
  };
  const questions = new Map(measured.map((each) => [`${each.mode}, at most ${each.hops}`, each]));
  for (const [question, { mode, hops }] of questions) {
    const same = measured.filter((each) => each.mode === mode && each.hops === hops);
    for (const steps of alike(same, (each) => degreeOf(each), SAME_DEGREE)) {
      tell(`size, ${question}`, sorted(steps, 'nodes'), (each) => `${each.nodes} nodes`);
    }
    for (const steps of alike(same, (each) => each.nodes, SAME_SIZE)) {
      const byDegree = [...steps].sort((a, b) => degreeOf(a) - degreeOf(b));
      tell(`degree, ${question}`, byDegree, (each) => `${degreeOf(each).toFixed(1)} a node`);
    }
  }
  const graphs = new Set(measured.map(({ nodes, relationships }) => `${nodes}/${relationships}`));
  for (const graph of graphs) {
    const steps = measured.filter(
      (each) => each.mode === 'shortest' && `${each.nodes}/${each.relationships}` === graph,
    );
    tell(`length, shortest on ${graph}`, sorted(steps, 'hops'), (each) => `${each.hops}`);
  }
  return lines;
}

function sorted(items: readonly Measured[], by: 'nodes' | 'hops'): Measured[] {
  return [...items].sort((a, b) => a[by] - b[by]);
}

/** Groups of what lies within a factor of the least in its group. */
function alike(items: readonly Measured[], by: (each: Measured) => number, factor: number) {
  const groups: Measured[][] = [];
  for (const item of [...items].sort((a, b) => by(a) - by(b))) {
    const group = groups.at(-1);
    const least = group?.[0];
    if (group !== undefined && least !== undefined && isWithin(by(least), by(item), factor)) {
      group.push(item);
    } else groups.push([item]);
  }
  return groups;
}
