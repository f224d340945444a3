import MiniSearch from 'minisearch';
import type { GraphNode, Properties, Relationship } from '../contract/graph.ts';
import type { SearchHit, SearchResponse } from '../contract/search.ts';
import { evidenceOf } from './read-evidence.ts';
import { foldWord, snippetAround, splitWords } from './search-words.ts';

interface Entry {
  key: number;
  caption: string;
  aliases: string;
  statement: string;
  type: string;
  kinds: string;
  quote: string;
  properties: string;
}

export interface IndexedNode {
  node: GraphNode;
  degree: number;
}

const FIELDS = ['caption', 'aliases', 'statement', 'type', 'kinds', 'quote', 'properties'] as const;
type Field = (typeof FIELDS)[number];
const BOOST: Record<Field, number> = {
  caption: 8,
  aliases: 6,
  statement: 2,
  type: 1,
  kinds: 1,
  quote: 1,
  properties: 1,
};
const FIELD_NAMES: Record<Field, string> = {
  caption: 'name',
  aliases: 'aliases',
  statement: 'statement',
  type: 'type',
  kinds: 'kind',
  quote: 'quote',
  properties: 'properties',
};
/** Stored for machines, or indexed on its own. */
const NOT_PROSE = new Set([
  'id',
  'name',
  'aliases',
  'statement',
  'evidence',
  'document',
  'documents',
  'status',
]);

function proseOf(properties: Properties): string {
  return Object.entries(properties)
    .filter(([name]) => !NOT_PROSE.has(name))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .map((value) => (value !== null && typeof value === 'object' ? value.value : value))
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .join(' · ');
}

function aliasesOf(properties: Properties): string {
  return Array.isArray(properties.aliases)
    ? properties.aliases.filter((alias) => typeof alias === 'string').join(' · ')
    : '';
}

/**
 * An index of the words of a graph, held in memory, so that every engine answers a search alike. Ranking is
 * BM25+ (the minisearch package) over weighted fields, nudged by degree; terms match as prefixes and with typos
 * of up to a fifth of their length.
 */
export class SearchIndex {
  readonly #index = new MiniSearch<Entry>({
    idField: 'key',
    fields: [...FIELDS],
    tokenize: splitWords,
    processTerm: (term) => foldWord(term) || null,
    searchOptions: {
      boost: BOOST,
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    },
  });
  readonly #items: (IndexedNode | Relationship)[] = [];
  readonly #texts: Entry[] = [];
  readonly #nodes = new Map<string, GraphNode>();

  /** Builds an index without holding up the event loop for long. */
  static async build(
    nodes: readonly IndexedNode[],
    relationships: readonly Relationship[],
  ): Promise<SearchIndex> {
    const made = new SearchIndex();
    for (const item of nodes) made.#addNode(item);
    for (const relationship of relationships) made.#addRelationship(relationship);
    await made.#index.addAllAsync(made.#texts, { chunkSize: 200 });
    return made;
  }

  #addNode(item: IndexedNode): void {
    const { node } = item;
    this.#nodes.set(node.id, node);
    this.#items.push(item);
    this.#texts.push({
      key: this.#texts.length,
      caption: node.caption,
      aliases: aliasesOf(node.properties),
      statement: '',
      type: '',
      kinds: node.labels.join(' · '),
      quote: '',
      properties: proseOf(node.properties),
    });
  }

  #addRelationship(relationship: Relationship): void {
    const { statement } = relationship.properties;
    this.#items.push(relationship);
    this.#texts.push({
      key: this.#texts.length,
      caption: '',
      aliases: '',
      statement: typeof statement === 'string' ? statement : '',
      type: relationship.type.replaceAll('_', ' '),
      kinds: '',
      quote: evidenceOf(relationship.properties)
        .map((evidence) => evidence.quote)
        .join(' · '),
      properties: proseOf(relationship.properties),
    });
  }

  /** The best `limit` hits, and how many there are; all words must match, or, when none does so, any. */
  search(question: string, limit: number): SearchResponse {
    const boostDocument = (key: number) => {
      const item = this.#items[key];
      return item !== undefined && 'node' in item ? 1.2 + Math.log1p(item.degree) / 20 : 1;
    };
    const options = { boostDocument: (key: unknown) => boostDocument(Number(key)) };
    const strict = this.#index.search(question, { ...options, combineWith: 'AND' });
    const found =
      strict.length > 0 ? strict : this.#index.search(question, { ...options, combineWith: 'OR' });
    const wanted = foldWord(question.trim());
    const ranked = found
      .map((hit) => ({ hit, exact: this.#exactness(Number(hit.id), wanted) }))
      .sort((a, b) => b.exact - a.exact || b.hit.score - a.hit.score || Number(a.hit.id) - Number(b.hit.id));
    const hits = ranked.slice(0, limit).flatMap(({ hit }): SearchHit[] => {
      const key = Number(hit.id);
      const item = this.#items[key];
      const texts = this.#texts[key];
      if (item === undefined || texts === undefined) return [];
      const matched = new Set(Object.values(hit.match).flat());
      const field = FIELDS.find((name) => matched.has(name)) ?? 'caption';
      const match = {
        field: FIELD_NAMES[field],
        snippet: snippetAround(texts[field], hit.terms),
        score: Math.round(hit.score * 1000) / 1000,
      };
      if ('node' in item) return [{ node: item.node, ...match }];
      const source = this.#nodes.get(item.source);
      const target = this.#nodes.get(item.target);
      return source === undefined || target === undefined
        ? []
        : [{ relationship: item, source, target, ...match }];
    });
    return { hits, total: found.length };
  }

  /** 2: the whole name; 1: a whole alias. Somebody who types a name in full wants that one first. */
  #exactness(key: number, wanted: string): number {
    const texts = this.#texts[key];
    if (texts === undefined) return 0;
    if (foldWord(texts.caption) === wanted) return 2;
    return texts.aliases.split(' · ').some((alias) => foldWord(alias) === wanted) ? 1 : 0;
  }
}
