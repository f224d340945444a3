import { Document, type Node } from 'yaml';
import type { DatasetPassage } from '../dataset.ts';
import {
  type Draft,
  occurrenceOf,
  type ProposedEntity,
  type ProposedRelationship,
  type Quote,
} from './draft-dataset.ts';

/** Places that are quoted for an entity; more would hide the rest of the file. */
const QUOTED_AT_MOST = 20;

export interface DraftHead {
  id: string;
  title: string;
  /** Name of the text file beside the graph file. */
  text: string;
}

/** A draft as graph.yaml: everything is marked as proposed, and each quote has its offsets beside it. */
export function writeDraft(head: DraftHead, draft: Draft, passages: readonly DatasetPassage[]): string {
  const texts = new Map(passages.map(({ number, text }) => [number, text]));
  const document = new Document({
    document: head,
    entities: draft.entities.map((entity) => entityEntry(entity, texts)),
    relationships: draft.relationships.map((relationship) => relationshipEntry(relationship, texts)),
  });
  document.commentBefore = [
    ` A draft, made by a program that does not understand the text: ${draft.entities.length} entities and`,
    ` ${draft.relationships.length} relationships are proposed. Put each right or remove it, and take its "proposed" away; what is`,
    ' still proposed is refused when seeding. NAMED_WITH only says that a sentence names both. How choices are made:',
    ' graph-seed/CURATING.md.',
  ].join('\n');
  const values = draft.values.map(
    ({ passage, start, end, text, iso }) =>
      ` passage ${passage}, ${start} to ${end}: ${text}${iso === undefined ? '' : ` (${iso})`}`,
  );
  document.comment = [' Dates and numbers of the text:', ...(values.length > 0 ? values : [' none'])].join(
    '\n',
  );
  placeOffsets(document, draft);
  return document.toString({ lineWidth: 0 });
}

function entityEntry(entity: ProposedEntity, texts: ReadonlyMap<number, string>) {
  const { id, name, kind, aliases, mentions } = entity;
  const times = mentions.length === 1 ? 'once' : `${mentions.length} times`;
  return {
    id,
    name,
    kind,
    ...(aliases.length === 0 ? {} : { aliases }),
    summary: entity.summary ?? `Named ${times}, first in passage ${mentions[0]?.passage}.`,
    proposed: true,
    evidence: mentions.slice(0, QUOTED_AT_MOST).map((mention) => quoteEntry(mention, texts)),
  };
}

function relationshipEntry(relationship: ProposedRelationship, texts: ReadonlyMap<number, string>) {
  const { id, from, type, to, sentence, dates, numbers } = relationship;
  const [date, ...others] = [...new Set(dates.flatMap(({ iso }) => iso ?? []))];
  const when = dates.map(({ text }) => text);
  const amounts = numbers.map(({ text }) => text);
  const properties = {
    ...(when.length === 0 ? {} : { when }),
    ...(amounts.length === 0 ? {} : { numbers: amounts }),
  };
  return {
    ...{ id, from, type, to },
    ...(date === undefined || others.length > 0 ? {} : { date }),
    statement: sentence.quote.replace(/\s+/g, ' '),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    proposed: true,
    evidence: [quoteEntry(sentence, texts)],
  };
}

function quoteEntry(quote: Quote, texts: ReadonlyMap<number, string>) {
  const occurrence = occurrenceOf(quote, texts.get(quote.passage) ?? '');
  return {
    passage: quote.passage,
    quote: quote.quote,
    ...(occurrence === undefined ? {} : { occurrence }),
  };
}

/** Writes behind each piece of evidence where it stands; evidence of names goes on one line. */
function placeOffsets(document: Document, draft: Draft): void {
  const place = (path: (string | number)[], { start, end }: Quote, flow: boolean) => {
    const node = document.getIn(path, true) as Node & { flow?: boolean };
    node.comment = ` ${start} to ${end}`;
    if (flow) node.flow = true;
  };
  for (const [index, { mentions }] of draft.entities.entries()) {
    for (const [item, mention] of mentions.slice(0, QUOTED_AT_MOST).entries())
      place(['entities', index, 'evidence', item], mention, true);
  }
  for (const [index, { sentence }] of draft.relationships.entries())
    place(['relationships', index, 'evidence', 0, 'passage'], sentence, false);
}
