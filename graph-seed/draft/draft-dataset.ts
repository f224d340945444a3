import type { DatasetEntity, DatasetPassage } from '../dataset.ts';
import { placesOf } from '../locate-quotes.ts';
import type { RelationshipType } from '../vocabulary.ts';
import { findKnownNames, type KnownMention } from './find-known-names.ts';
import { findNames, type TaggedPassage } from './find-names.ts';
import { findValues, type ValueMention } from './find-values.ts';
import type { NamedThing } from './gather-names.ts';
import { proposeLinks } from './propose-links.ts';
import { tagSentences } from './tag-words.ts';

/** What a new text seems to speak of and to say, for a curator to put right. */
export interface Draft {
  entities: ProposedEntity[];
  relationships: ProposedRelationship[];
  values: (ValueMention & { passage: number })[];
}

export interface ProposedEntity {
  id: string;
  name: string;
  kind: string;
  aliases: string[];
  /** Of an entity that other documents have, as they have it. */
  summary?: string;
  /** Every place that names it, in reading order. */
  mentions: Quote[];
}

export interface ProposedRelationship {
  id: string;
  from: string;
  to: string;
  type: RelationshipType;
  sentence: Quote;
  dates: ValueMention[];
  numbers: ValueMention[];
}

/** Words of a passage; offsets count UTF-16 code units in it. */
export interface Quote {
  /** Number of the passage, from 1. */
  passage: number;
  start: number;
  end: number;
  quote: string;
}

export interface DraftOptions {
  /** Id of the new document; ids of its relationships begin with it. */
  document: string;
  /** Entities of the documents that are there already. */
  known: readonly DatasetEntity[];
  /** Ids that the new document may not use for entities of its own. */
  taken: ReadonlySet<string>;
}

/** Proposes entities and relationships for a text; pure, without a network, English only for what is not known. */
export function draftDataset(passages: readonly DatasetPassage[], options: DraftOptions): Draft {
  const tagged = passages.map((passage) => ({ ...passage, sentences: tagSentences(passage.text) }));
  const known = findKnownNames(passages, options.known);
  const things = findNames(tagged);
  const entities = proposeEntities(passages, known, things, options);
  return { entities, ...proposeSentences(tagged, entities, options.document) };
}

function proposeEntities(
  passages: readonly DatasetPassage[],
  known: readonly KnownMention[],
  things: readonly NamedThing[],
  { document, known: bearers, taken }: DraftOptions,
): ProposedEntity[] {
  const entities = new Map<string, ProposedEntity>();
  const texts = new Map(passages.map(({ number, text }) => [number, text]));
  const quoteOf = ({ passage, start, end }: Omit<Quote, 'quote'>): Quote => {
    return { passage, start, end, quote: texts.get(passage)?.slice(start, end) ?? '' };
  };
  const knownEntity = ({ id, name, kind, summary }: DatasetEntity): ProposedEntity => {
    const entity = entities.get(id) ?? { id, name, kind, summary, aliases: [], mentions: [] };
    entities.set(id, entity);
    return entity;
  };
  for (const mention of known) {
    const entity = knownEntity(mention.entity);
    entity.aliases.push(mention.name);
    entity.mentions.push(quoteOf(mention));
  }
  const ids = new Set([...taken, document]);
  const byName = new Map(bearers.map((entity) => [entity.name, entity]));
  const claimAt = claimFinder(known);
  for (const { name, kind, aliases, mentions } of things) {
    const claims = mentions.map(claimAt);
    const own = mentions.filter((_, index) => claims[index] === undefined);
    if (own.length === 0) continue;
    const same = claims.find((claim, index) => claim?.name === mentions[index]?.name)?.entity;
    const bearer = same ?? byName.get(name);
    const entity =
      bearer === undefined
        ? { id: freeId(name, ids), name, kind, aliases: [], mentions: [] }
        : knownEntity(bearer);
    entity.aliases.push(...(bearer === undefined ? aliases : own.map((mention) => mention.name)));
    entity.mentions.push(...own.map(quoteOf));
    entities.set(entity.id, entity);
  }
  return [...entities.values()].map((entity) => ({
    ...entity,
    aliases: [...new Set(entity.aliases)].filter((alias) => alias !== entity.name),
    mentions: entity.mentions.sort((a, b) => a.passage - b.passage || a.start - b.start),
  }));
}

/** Finds the known name that a place lies within. */
function claimFinder(known: readonly KnownMention[]) {
  const claims = new Map<number, KnownMention[]>();
  for (const mention of known) {
    const list = claims.get(mention.passage);
    if (list === undefined) claims.set(mention.passage, [mention]);
    else list.push(mention);
  }
  return ({ passage, start, end }: Omit<Quote, 'quote'>): KnownMention | undefined => {
    // In order and apart from each other, so only the last one that begins before the place can hold it.
    const list = claims.get(passage) ?? [];
    let low = 0;
    for (let high = list.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const claim = list[low - 1];
    return claim !== undefined && end <= claim.end ? claim : undefined;
  };
}

function proposeSentences(
  passages: readonly TaggedPassage[],
  entities: readonly ProposedEntity[],
  document: string,
): Pick<Draft, 'relationships' | 'values'> {
  const relationships: ProposedRelationship[] = [];
  const values: Draft['values'] = [];
  const named = mentionsByPassage(entities);
  for (const { number: passage, text, sentences } of passages) {
    const mentions = named.get(passage) ?? [];
    let next = 0;
    for (const sentence of sentences) {
      const { start, end } = sentence;
      const inside = [];
      for (; (mentions[next]?.start ?? Infinity) < end; next += 1) {
        const mention = mentions[next];
        if (mention !== undefined && mention.start >= start && mention.end <= end) inside.push(mention);
      }
      const found = findValues(sentence, text);
      values.push(...found.map((value) => ({ ...value, passage })));
      for (const link of proposeLinks(inside, text)) {
        relationships.push({
          ...link,
          id: `${document}-r${relationships.length + 1}`,
          sentence: { passage, start, end, quote: text.slice(start, end) },
          dates: found.filter(({ what }) => what === 'date'),
          numbers: found.filter(({ what }) => what === 'number'),
        });
      }
    }
  }
  return { relationships, values };
}

function mentionsByPassage(entities: readonly ProposedEntity[]) {
  const named = new Map<number, { entity: string; start: number; end: number }[]>();
  for (const { id, mentions } of entities) {
    for (const { passage, start, end } of mentions) {
      const list = named.get(passage);
      if (list === undefined) named.set(passage, [{ entity: id, start, end }]);
      else list.push({ entity: id, start, end });
    }
  }
  for (const list of named.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return named;
}

/** An id made of a name: letters of the Latin alphabet and digits, and a number where it is taken. */
export function freeId(name: string, taken: Set<string>): string {
  const plain = slugOf(name) || 'entity';
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
  taken.add(id);
  return id;
}

export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** Which of several places with the same words in a text is meant, from 1; undefined where there is one only. */
export function occurrenceOf({ quote, start }: Quote, text: string): number | undefined {
  const places = placesOf(quote, text);
  return places.length > 1 ? places.indexOf(start) + 1 : undefined;
}
