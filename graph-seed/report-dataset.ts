import type { Evidence } from '../server/contract/evidence.ts';
import type { Dataset, DatasetDocument, DatasetEntity, DatasetRelationship } from './dataset.ts';

/** What a curator looks at before calling a document done. */
export interface DocumentReport {
  id: string;
  title: string;
  passageCount: number;
  sentenceCount: number;
  entityCount: number;
  relationshipCount: number;
  /** Names with their counts, the most frequent first. */
  kinds: Count[];
  types: Count[];
  statuses: Count[];
  /** Sentences that the evidence of no relationship touches, in reading order. */
  unusedSentences: { passage: number; text: string }[];
  /** Ids of the document's entities that no relationship of any document has at an end. */
  unlinkedEntities: string[];
  /** Ids of the document's entities that rest on no words of it. */
  unquotedEntities: string[];
  /** Pieces of relationships' evidence that are one word. */
  oneWordEvidence: { relationship: string; passage: number; quote: string }[];
}

export type Count = [name: string, count: number];

/** Looks at each document of a dataset on its own; pure. What two documents share is counted in both. */
export function reportDataset(dataset: Dataset): DocumentReport[] {
  const linked = new Set(dataset.relationships.flatMap(({ source, target }) => [source, target]));
  return dataset.documents.map((document) => {
    const ofDocument = (thing: { documents: string[] }) => thing.documents.includes(document.id);
    const entities = dataset.entities.filter(ofDocument);
    const relationships = dataset.relationships.filter(ofDocument);
    return reportDocument(document, entities, relationships, linked);
  });
}

function reportDocument(
  document: DatasetDocument,
  entities: DatasetEntity[],
  relationships: DatasetRelationship[],
  linked: ReadonlySet<string>,
): DocumentReport {
  const numbers = new Map(document.passages.map(({ id, number }) => [id, number]));
  const own = ({ evidence }: { evidence: Evidence[] }) =>
    evidence.filter((item) => item.document === document.id);
  const sentences = document.passages.flatMap(sentencesOf);
  const spans = spansByPassage(relationships.flatMap(own));
  const isUsed = (sentence: Sentence) =>
    (spans.get(sentence.passageId) ?? []).some(
      ({ start, end }) => start < sentence.end && sentence.start < end,
    );
  return {
    id: document.id,
    title: document.title,
    passageCount: document.passages.length,
    sentenceCount: sentences.length,
    entityCount: entities.length,
    relationshipCount: relationships.length,
    kinds: countsOf(entities.map(({ kind }) => kind)),
    types: countsOf(relationships.map(({ type }) => type)),
    statuses: countsOf(relationships.map(({ status }) => status)),
    unusedSentences: sentences
      .filter((sentence) => !isUsed(sentence))
      .map(({ passage, text }) => ({ passage, text })),
    unlinkedEntities: entities.filter(({ id }) => !linked.has(id)).map(({ id }) => id),
    unquotedEntities: entities.filter((entity) => own(entity).length === 0).map(({ id }) => id),
    oneWordEvidence: relationships.flatMap((relationship) =>
      own(relationship)
        .filter(({ quote }) => wordCount(quote) === 1)
        .map(({ quote, passage }) => ({
          relationship: relationship.id,
          passage: numbers.get(passage) ?? 0,
          quote,
        })),
    ),
  };
}

interface Sentence {
  passageId: string;
  passage: number;
  start: number;
  end: number;
  text: string;
}

const sentenceBreaks = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordBreaks = new Intl.Segmenter('en', { granularity: 'word' });

/** The sentences of a passage by Unicode's rules; offsets without the white space around them. */
function sentencesOf({ id, number, text }: DatasetDocument['passages'][number]): Sentence[] {
  return [...sentenceBreaks.segment(text)].flatMap(({ segment, index }): Sentence[] => {
    const trimmed = segment.trim();
    if (!/[\p{L}\p{N}]/u.test(trimmed)) return [];
    const start = index + segment.indexOf(trimmed);
    return [{ passageId: id, passage: number, start, end: start + trimmed.length, text: trimmed }];
  });
}

function spansByPassage(evidence: Evidence[]): Map<string, Evidence[]> {
  const spans = new Map<string, Evidence[]>();
  for (const item of evidence) {
    const known = spans.get(item.passage);
    if (known === undefined) spans.set(item.passage, [item]);
    else known.push(item);
  }
  return spans;
}

function wordCount(quote: string): number {
  return [...wordBreaks.segment(quote)].filter(({ isWordLike }) => isWordLike).length;
}

function countsOf(names: string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
}
