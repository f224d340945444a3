import type { GraphNode, Relationship } from '../contract/graph.ts';
import type { ExportOptions, Faithfulness, GraphWriter, Report, Told } from './export-options.ts';
import type { GraphSource, Observer } from './graph-source.ts';
import { plainInMarkdown } from './markdown-text.ts';

/**
 * The graph as a report to read (CommonMark): the question and what was searched where they are given, the paths
 * hop by hop, then all other relationships and the nodes; each relationship a sentence with its status and quotes.
 */
export function markdownWriter(options: ExportOptions): GraphWriter {
  const known = new ReportNames(options.report?.paths ?? []);
  return { observers: [known], write: (source, said) => write(source, options, said, known) };
}

/** What nodes are called, and the relationships between those that follow each other on a path. */
class ReportNames implements Observer {
  readonly captions = new Map<string, string>();
  readonly onHops: Relationship[] = [];
  readonly #pairs: ReadonlySet<string>;

  constructor(paths: Report['paths']) {
    this.#pairs = new Set(
      paths.flatMap(({ nodeIds }) => nodeIds.slice(1).map((to, at) => pairOf(nodeIds[at] ?? '', to))),
    );
  }

  node({ id, caption }: GraphNode): void {
    this.captions.set(id, caption);
  }

  relationship(relationship: Relationship): void {
    if (this.#pairs.has(pairOf(relationship.source, relationship.target))) this.onHops.push(relationship);
  }

  endsOf(relationships: readonly Relationship[]): { id: string; caption: string }[] {
    const ids = new Set(relationships.flatMap(({ source, target }) => [source, target]));
    return [...ids].map((id) => ({ id, caption: this.captions.get(id) ?? id }));
  }

  nameOf(id: string): string {
    return plainInMarkdown(this.captions.get(id) || id);
  }
}

const pairOf = (one: string, other: string) => JSON.stringify([one, other].sort());

async function* write(
  source: GraphSource,
  { title, exportedAt, report }: ExportOptions,
  { losses, notes }: Faithfulness,
  names: ReportNames,
): AsyncGenerator<string> {
  yield `# ${plainInMarkdown(title) || 'Graph'}\n`;
  if (report?.question) yield `\n**Question:** ${plainInMarkdown(report.question)}\n`;
  if (report?.searched) yield `\n${plainInMarkdown(report.searched)}\n`;
  const onPaths = new Set<string>();
  const paths = report?.paths ?? [];
  const toldOnPaths = (await report?.tell(names.onHops, names.endsOf(names.onHops))) ?? NOTHING_TOLD;
  for (const [index, path] of paths.entries()) {
    const hops = hopsOf(path, names.onHops);
    for (const relationship of hops.flat()) onPaths.add(relationship.id);
    yield `\n## Path ${index + 1}: ${path.nodeIds.map((id) => names.nameOf(id)).join(' → ')}\n`;
    if (hops.length > 0)
      yield `\n${hops.map((hop, at) => hopLines(hop, at + 1, toldOnPaths, names)).join('\n\n')}\n`;
  }
  let relationshipCount = 0;
  let heading = paths.length > 0 ? '\n## Other relationships\n' : '\n## Relationships\n';
  for await (const part of source.relationships()) {
    relationshipCount += part.length;
    const others = part.filter(({ id }) => !onPaths.has(id));
    if (others.length === 0) continue;
    const told = (await report?.tell(others, names.endsOf(others))) ?? NOTHING_TOLD;
    yield heading + others.map((other) => `\n${item('- ', lines(other, told, names))}\n`).join('');
    heading = '';
  }
  let nodeCount = 0;
  for await (const part of source.nodes()) {
    yield `${nodeCount === 0 && part.length > 0 ? '\n## Nodes\n\n' : ''}${part.map((node) => `${nodeLine(node)}\n`).join('')}`;
    nodeCount += part.length;
  }
  const counts = `${nodeCount} nodes, ${relationshipCount} relationships`;
  yield `\n---\n\nWritten by Throughline on ${exportedAt.slice(0, 10)}: ${counts}.\n`;
  for (const loss of [...losses, ...notes]) yield `\n${plainInMarkdown(loss)}\n`;
}

const NOTHING_TOLD: ReadonlyMap<string, Told> = new Map();

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
  told: ReadonlyMap<string, Told>,
  names: ReportNames,
): string {
  if (!first) return `${number}. (not in this file)`;
  const parts = lines(first, told, names);
  if (others.length > 0) {
    parts.push('', 'Also between these two:', '');
    for (const other of others) parts.push(...item('- ', lines(other, told, names)).split('\n'));
  }
  return item(`${number}. `, parts);
}

/** A list item: its first line after the mark, the others below it, indented. */
function item(mark: string, [first = '', ...rest]: readonly string[]): string {
  const indent = ' '.repeat(mark.length);
  return [`${mark}${first}`, ...rest.map((line) => (line === '' ? '' : `${indent}${line}`))].join('\n');
}

function lines(
  relationship: Relationship,
  allTold: ReadonlyMap<string, Told>,
  { captions }: ReportNames,
): string[] {
  const { source, target, type, properties } = relationship;
  const told: Told = allTold.get(relationship.id) ?? {
    sentence:
      typeof properties.statement === 'string'
        ? properties.statement
        : `${captions.get(source) ?? source} ${type} ${captions.get(target) ?? target}`,
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
