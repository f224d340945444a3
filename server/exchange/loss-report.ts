import type { ExportFormat } from '../contract/exports.ts';
import type { GraphNode, Relationship } from '../contract/graph.ts';
import { wellFormed } from './csv-text.ts';
import { isCypherName, isStorableList } from './cypher-text.ts';
import type { ExportOptions, Faithfulness } from './export-options.ts';
import { captionOf } from './graph-builder.ts';
import type { Observer } from './graph-source.ts';
import { type LossKind, lossSentence } from './loss-words.ts';
import { isUntellable, neo4jColumnName, neo4jTypeOf } from './neo4j-import-cells.ts';
import type { Kind } from './plain-values.ts';
import { GraphSurvey, type PropertySurvey } from './survey-graph.ts';
import { hasOwnId } from './write-cypher.ts';
import { writableText } from './xml-text.ts';

const TOLD_IN_REPORT = new Set([
  'id',
  'name',
  'summary',
  'statement',
  'status',
  'date',
  'speaker',
  'evidence',
]);
const TEMPORAL: readonly Kind[] = [
  'Date',
  'Time',
  'LocalTime',
  'DateTime',
  'LocalDateTime',
  'Duration',
  'Point',
  'Bytes',
];

/** Finds out what a file of one format keeps of a graph, and tells it with counts. */
export class LossReport implements Observer {
  readonly #format: ExportFormat;
  readonly #options: ExportOptions;
  readonly #survey = new GraphSurvey();
  readonly #counts = new Map<LossKind, number>();

  constructor(format: ExportFormat, options: ExportOptions) {
    this.#format = format;
    this.#options = options;
  }

  node(node: GraphNode): void {
    this.#survey.node(node);
    this.#noteTexts([node.id, node.caption, ...node.labels]);
    this.#noteElement(node);
    if (!isNamedByProperties(node)) this.#count('captions');
    if (node.labels.length > 1) this.#count('severalLabels');
    if (!hasOwnId(node)) this.#count('nodesWithoutId');
    for (const label of node.labels) if (!isCypherName(label)) this.#count('badNames');
  }

  relationship(relationship: Relationship): void {
    this.#survey.relationship(relationship);
    this.#noteTexts([relationship.id, relationship.type]);
    this.#noteElement(relationship);
    if (!hasOwnId(relationship)) this.#count('relationshipsWithoutId');
    if (!isCypherName(relationship.type)) this.#count('badNames');
  }

  /** Once everything was observed. */
  get faithfulness(): Faithfulness {
    const { nodes, relationships } = this.#survey;
    const all = [...nodes.properties.values(), ...relationships.properties.values()];
    for (const property of all) this.#noteValues(property);
    const names = new Set([...nodes.properties.keys(), ...relationships.properties.keys()]);
    for (const name of names) if (neo4jColumnName(name) !== name) this.#count('columnNames');
    const { view = [] } = this.#options;
    if (view.length > 0) this.#counts.set('view', view.length);
    const [losses, notes] = KEPT[this.#format];
    return {
      nodeCount: nodes.count,
      relationshipCount: relationships.count,
      losses: this.#sentences(losses),
      notes: this.#sentences(notes),
    };
  }

  #sentences(kinds: readonly LossKind[]): string[] {
    return kinds.flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0 ? [] : [lossSentence(kind, count)];
    });
  }

  #count(kind: LossKind, by = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + by);
  }

  #noteElement({ properties }: GraphNode | Relationship): void {
    for (const [name, value] of Object.entries(properties)) {
      if (!isCypherName(name)) this.#count('badNames');
      if (!TOLD_IN_REPORT.has(name)) this.#count('untold');
      if (typeof value === 'string') this.#noteTexts([value]);
      if (!Array.isArray(value)) continue;
      if (!isStorableList(value)) this.#count('mixedLists');
      else if (isUntellable(value)) this.#count('untellableLists');
      if (value.some((item) => typeof item === 'string' && wellFormed(item) !== item))
        this.#count('surrogates');
    }
  }

  #noteTexts(texts: readonly string[]): void {
    for (const text of texts) {
      if (wellFormed(text) !== text) this.#count('surrogates');
      if (writableText(text) !== text) this.#count('unwritable');
    }
  }

  #noteValues(property: PropertySurvey): void {
    const { kinds, nulls, wholes, misformed, width } = property;
    const count = (kind: Kind) => kinds.get(kind) ?? 0;
    this.#count('nulls', nulls);
    this.#count('misformed', misformed + property.items.misformed);
    this.#count('bytes', count('Bytes') + (property.items.kinds.get('Bytes') ?? 0));
    this.#count('lists', count('list'));
    this.#count(
      'temporal',
      TEMPORAL.reduce((sum, kind) => sum + count(kind), 0),
    );
    if (kinds.size > 1) {
      const total = [...kinds.values()].reduce((sum, kind) => sum + kind, 0);
      this.#count('mixedValues', total - count('string'));
    } else if (width === 'double') this.#count('wholesAmongFloats', wholes);
    const isText = neo4jTypeOf(property) === 'string';
    if (isText && kinds.size === 1 && count('list') > 0) this.#count('listsAsText', count('list'));
  }
}

/** Whether a reader of the properties alone calls the node the same. */
function isNamedByProperties({ id, caption, properties }: GraphNode): boolean {
  return (captionOf(new Map(Object.entries(properties))) ?? id) === caption;
}

/** What each format loses, and what only Throughline reads back. */
const KEPT: Record<ExportFormat, readonly [losses: readonly LossKind[], notes: readonly LossKind[]]> = {
  json: [[], []],
  gexf: [[], ['severalLabels', 'temporal', 'lists', 'mixedValues', 'nulls', 'unwritable']],
  graphml: [[], ['severalLabels', 'temporal', 'lists', 'mixedValues', 'nulls', 'unwritable']],
  csv: [[], ['severalLabels', 'temporal', 'lists', 'mixedValues', 'nulls', 'surrogates']],
  'csv-neo4j': [
    [
      'nulls',
      'untellableLists',
      'listsAsText',
      'mixedValues',
      'wholesAmongFloats',
      'misformed',
      'surrogates',
      'badNames',
      'columnNames',
      'captions',
      'nodesWithoutId',
      'relationshipsWithoutId',
      'view',
    ],
    [],
  ],
  cypher: [
    ['nulls', 'mixedLists', 'bytes', 'misformed', 'surrogates', 'badNames', 'captions', 'view'],
    ['nodesWithoutId', 'relationshipsWithoutId'],
  ],
  markdown: [['untold', 'view'], []],
};
