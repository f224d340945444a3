import type { Graph, GraphNode, Relationship } from '../contract/graph.ts';
import type { ExportOptions, Report, Told } from './export-options.ts';
import { plainInMarkdown } from './markdown-text.ts';

const NO_REPORT: Report = { paths: [], told: new Map() };

/**
 * The graph as a report to read (CommonMark): the question and what was searched where they are given, the paths
 * hop by hop, then all other relationships and the nodes; each relationship a sentence with its status and quotes.
 */
export function writeMarkdown(
  graph: Graph,
  { title, exportedAt, report = NO_REPORT }: ExportOptions,
): string {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const onPaths = new Set<string>();
  const blocks = [`# ${plainInMarkdown(title) || 'Graph'}`];
  if (report.question) blocks.push(`**Question:** ${plainInMarkdown(report.question)}`);
  if (report.searched) blocks.push(`**Searched:** ${plainInMarkdown(report.searched)}`);
  for (const [index, path] of report.paths.entries()) {
    const hops = hopsOf(path, graph.relationships);
    for (const relationship of hops.flat()) onPaths.add(relationship.id);
    const names = path.nodeIds.map((id) => nameOf(nodes, id)).join(' → ');
    blocks.push(`## Path ${index + 1}: ${names}`);
    blocks.push(hops.map((hop, at) => hopLines(hop, at + 1, report, nodes)).join('\n\n'));
  }
  const others = graph.relationships.filter(({ id }) => !onPaths.has(id));
  if (others.length > 0) {
    blocks.push(report.paths.length > 0 ? '## Other relationships' : '## Relationships');
    blocks.push(others.map((other) => item('- ', lines(other, report, nodes))).join('\n\n'));
  }
  if (graph.nodes.length > 0) blocks.push('## Nodes', graph.nodes.map(nodeLine).join('\n'));
  const counts = `${graph.nodes.length} nodes, ${graph.relationships.length} relationships`;
  blocks.push(`---\n\nWritten by Throughline on ${exportedAt.slice(0, 10)}: ${counts}.`);
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The relationships of each hop: the one that the path names, then all that tie the same two. */
function hopsOf(path: Report['paths'][number], relationships: readonly Relationship[]): Relationship[][] {
  return path.relationshipIds.map((id, at) => {
    const [from, to] = [path.nodeIds[at], path.nodeIds[at + 1]];
    const ties = relationships.filter(
      ({ source, target }) => (source === from && target === to) || (source === to && target === from),
    );
    return [...ties.filter((tie) => tie.id === id), ...ties.filter((tie) => tie.id !== id)];
  });
}

function hopLines(
  [first, ...others]: readonly Relationship[],
  number: number,
  report: Report,
  nodes: ReadonlyMap<string, GraphNode>,
): string {
  if (!first) return `${number}. (not in this file)`;
  const parts = lines(first, report, nodes);
  if (others.length > 0) {
    parts.push('', 'Also between these two:', '');
    for (const other of others) parts.push(...item('- ', lines(other, report, nodes)).split('\n'));
  }
  return item(`${number}. `, parts);
}

/** A list item: its first line after the mark, the others below it, indented. */
function item(mark: string, [first = '', ...rest]: readonly string[]): string {
  const indent = ' '.repeat(mark.length);
  return [`${mark}${first}`, ...rest.map((line) => (line === '' ? '' : `${indent}${line}`))].join('\n');
}

function lines(relationship: Relationship, report: Report, nodes: ReadonlyMap<string, GraphNode>): string[] {
  const { source, target, type, properties } = relationship;
  const told: Told = report.told.get(relationship.id) ?? {
    sentence:
      typeof properties.statement === 'string'
        ? properties.statement
        : `${nodes.get(source)?.caption ?? source} ${type} ${nodes.get(target)?.caption ?? target}`,
    citations: [],
  };
  const { status, date } = properties;
  const facts = [
    typeof status === 'string' && status,
    told.speakerName && `said by ${told.speakerName}`,
    typeof date === 'string' && date,
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  const sentence = plainInMarkdown(told.sentence);
  const quotes = told.citations.flatMap(({ quote, passage, document }) => [
    '',
    `> “${plainInMarkdown(quote)}”`,
    '>',
    `> — ${plainInMarkdown(document)}${passage === undefined ? '' : `, passage ${passage}`}`,
  ]);
  return [facts.length > 0 ? `${sentence} (${plainInMarkdown(facts.join(', '))})` : sentence, ...quotes];
}

function nodeLine({ caption, id, labels, properties }: GraphNode): string {
  const kind = labels.find((label) => label !== 'Entity') ?? labels[0];
  const { summary } = properties;
  return [
    `- **${plainInMarkdown(caption || id)}**`,
    kind && ` (${plainInMarkdown(kind)})`,
    typeof summary === 'string' && summary !== '' && `: ${plainInMarkdown(summary)}`,
  ]
    .filter(Boolean)
    .join('');
}

function nameOf(nodes: ReadonlyMap<string, GraphNode>, id: string): string {
  return plainInMarkdown(nodes.get(id)?.caption || id);
}
