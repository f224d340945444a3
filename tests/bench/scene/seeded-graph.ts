import type { GraphRecords } from '../../../server/database/graph-database.ts';
import { pick, randomNumbers } from '../../fixtures/random-graph.ts';

/** A graph of communities with hubs and a heavy tail, placed as a settled force layout would place it. */
export interface SeededGraph {
  nodes: { id: string; name: string; kind: string; x: number; y: number; size: number }[];
  edges: { id: string; source: string; target: string; type: string }[];
}

const KINDS = ['Person', 'Institution', 'Agreement', 'Threat', 'Event'] as const;
const TYPES = ['MEMBER_OF', 'SIGNED', 'COOPERATES_WITH', 'OPPOSES', 'MENTIONS'] as const;
const SYLLABLES = 'ka ri to mi no su ren do val ber han sei lo qua tor pen mar gli fen osu'.split(' ');
/** Share of links that stay inside a community. */
const INSIDE = 0.85;

interface Member {
  community: number;
  degree: number;
}

/** Links by preferential attachment, inside a community or anywhere; no two nodes are linked twice. */
function linksAmong(members: readonly Member[], linkCount: number, random: () => number): [number, number][] {
  const count = members.length;
  const seen = new Set<number>();
  const links: [number, number][] = [];
  const anywhere: number[] = [];
  const inside = new Map<number, number[]>();
  const join = (from: number, to: number): boolean => {
    const key = Math.min(from, to) * count + Math.max(from, to);
    const ends = [members[from], members[to]];
    if (from === to || seen.has(key)) return false;
    seen.add(key);
    links.push([from, to]);
    for (const [at, member] of ends.entries()) {
      if (!member) continue;
      member.degree++;
      const node = at === 0 ? from : to;
      anywhere.push(node);
      const near = inside.get(member.community);
      if (near) near.push(node);
      else inside.set(member.community, [node]);
    }
    return true;
  };
  for (let node = 1; node < count; node++) {
    const near = inside.get(members[node]?.community ?? 0);
    const other = near && random() < INSIDE ? pick(random, near) : Math.floor(random() * node);
    if (!join(node, other)) join(node, (node + 1) % count);
  }
  while (links.length < linkCount) {
    const from = Math.floor(random() * count);
    const near = inside.get(members[from]?.community ?? 0);
    join(from, pick(random, near && random() < INSIDE ? near : anywhere));
  }
  return links.slice(0, linkCount);
}

/** The same sizes give the same graph. */
export function seededGraph(nodeCount: number, linkCount: number): SeededGraph {
  const random = randomNumbers(20261122 + nodeCount);
  const communities = Math.max(8, Math.round(Math.sqrt(nodeCount) / 2));
  const members = Array.from({ length: nodeCount }, () => ({
    community: Math.floor(random() ** 1.6 * communities),
    degree: 0,
  }));
  const links = linksAmong(members, linkCount, random);
  const bell = () => (random() + random() + random() + random() - 2) * 1.7;
  const reach = Math.sqrt(nodeCount / communities) * 9;
  return {
    nodes: members.map(({ community, degree }, index) => {
      const angle = community * 2.399963;
      const distance = Math.sqrt(community + 0.5) * reach * 2.4;
      const spread = (reach * 1.4) / (1 + Math.log1p(degree) / 3);
      const word = Array.from({ length: 3 }, () => pick(random, SYLLABLES)).join('');
      return {
        id: `n${index}`,
        name: `${word.charAt(0).toUpperCase()}${word.slice(1)} ${index}`,
        kind: pick(random, KINDS),
        x: Math.round((Math.cos(angle) * distance + bell() * spread) * 100) / 100,
        y: Math.round((Math.sin(angle) * distance + bell() * spread) * 100) / 100,
        size: Math.round((2 + Math.sqrt(degree) * 0.8) * 100) / 100,
      };
    }),
    edges: links.map(([from, to], index) => ({
      id: `e${index}`,
      source: `n${from}`,
      target: `n${to}`,
      type: pick(random, TYPES),
    })),
  };
}

/** The graph as a dataset loads it, with the properties that a relationship of a text has. */
export function recordsOf({ nodes, edges }: SeededGraph): GraphRecords {
  return {
    nodes: nodes.map(({ id, name, kind }) => ({
      id,
      labels: ['Entity', kind],
      properties: { id, name, summary: `What is said of ${name}.` },
    })),
    relationships: edges.map(({ id, source, target, type }, index) => ({
      id,
      type,
      source,
      target,
      properties: {
        id,
        statement: `Statement ${index}.`,
        status: index % 10 === 0 ? 'attributed' : 'asserted',
      },
    })),
  };
}

/** The same graph as graphology reads it, for the bare page. */
export function graphologyFile({ nodes, edges }: SeededGraph): string {
  const colours = ['#4c78a8', '#f58518', '#54a24b', '#e45756', '#b279a2'];
  return JSON.stringify({
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: {},
    nodes: nodes.map(({ id, name, kind, x, y, size }) => ({
      key: id,
      attributes: {
        label: name,
        kind,
        x,
        y,
        size,
        color: colours[(KINDS as readonly string[]).indexOf(kind)],
      },
    })),
    edges: edges.map(({ id, source, target, type }) => ({
      key: id,
      source,
      target,
      attributes: { relation: type, size: 1, color: '#cccccc' },
    })),
  });
}
