import { createHash } from 'node:crypto';
import type { Evidence } from '../server/contract/evidence.ts';
import type { Properties, PropertyValue } from '../server/contract/graph.ts';
import type {
  GraphLoader,
  GraphRecords,
  LoadOptions,
  LoadReport,
  NodeRecord,
  RelationshipRecord,
} from '../server/database/graph-database.ts';
import type {
  Dataset,
  DatasetDocument,
  DatasetEntity,
  DatasetPassage,
  DatasetRelationship,
} from './dataset.ts';
import type { OriginalText } from './read-original.ts';

/**
 * The nodes and relationships that a dataset is stored as: an Entity with its kind for each entity, a
 * SourceDocument for each document and for each original that came along, and a Passage for each paragraph.
 * Evidence is stored as a list of JSON texts, since a property cannot hold maps. Every SourceDocument carries
 * `digest`, which changes with anything in these records: so a server notices another graph of the same size.
 */
export function toRecords(dataset: Dataset, originals: readonly OriginalText[] = []): GraphRecords {
  const documents = dataset.documents.map(({ passages, original: _, ...head }) => ({
    head: withoutUndefined(head),
    passages,
  }));
  const texts = [...documents, ...originals.map(originalDocument)];
  return withDigest({
    nodes: [
      ...dataset.entities.map(entityNode),
      ...texts.flatMap(({ head, passages }) => [
        documentNode(head, passages.length),
        ...passages.map((passage) => passageNode(String(head.id), passage)),
      ]),
    ],
    relationships: [
      ...dataset.relationships.map(entityRelationship),
      ...texts.flatMap(({ head, passages }) =>
        passages.map((passage) => hasPassage(String(head.id), passage)),
      ),
    ],
  });
}

export interface LoadDatasetOptions extends LoadOptions {
  /** Originals to load beside the texts that retell them. */
  originals?: readonly OriginalText[];
}

/** Replaces the graph by the dataset, all or nothing. Rejects with a `DatabaseError`. */
export function loadDataset(
  dataset: Dataset,
  loader: GraphLoader,
  { originals, ...options }: LoadDatasetOptions = {},
): Promise<LoadReport> {
  return loader.replaceAll(toRecords(dataset, originals), options);
}

function withDigest({ nodes, relationships }: GraphRecords): GraphRecords {
  const hash = createHash('sha256');
  for (const record of [...nodes, ...relationships]) hash.update(`${JSON.stringify(record)}\n`);
  const digest = hash.digest('hex').slice(0, 16);
  return {
    nodes: nodes.map((node) =>
      node.labels.includes('SourceDocument') ? { ...node, properties: { ...node.properties, digest } } : node,
    ),
    relationships,
  };
}

function entityNode(entity: DatasetEntity): NodeRecord {
  const { id, name, kind, aliases, summary, documents, properties, evidence } = entity;
  return {
    id,
    labels: ['Entity', kind],
    properties: {
      ...properties,
      ...{ id, name, aliases, summary, documents, evidence: evidenceTexts(evidence) },
    },
  };
}

function entityRelationship(relationship: DatasetRelationship): RelationshipRecord {
  const { id, source, target, type, statement, status, speaker, date, documents } = relationship;
  const own = { id, statement, status, speaker, date, document: documents[0], documents };
  return {
    id,
    type,
    source,
    target,
    properties: {
      ...relationship.properties,
      ...withoutUndefined(own),
      evidence: evidenceTexts(relationship.evidence),
    },
  };
}

function evidenceTexts(evidence: readonly Evidence[]): string[] {
  return evidence.map((item) => JSON.stringify(item));
}

function documentNode(head: Properties, passageCount: number): NodeRecord {
  return { id: String(head.id), labels: ['SourceDocument'], properties: { ...head, passageCount } };
}

/** A passage as it is stored; `offset` counts from the start of the whole text, where that is known. */
interface StoredPassage extends DatasetPassage {
  offset?: number;
}

function passageNode(document: string, passage: StoredPassage): NodeRecord {
  return { id: passage.id, labels: ['Passage'], properties: { ...passage, document } };
}

function hasPassage(document: string, { id, number }: DatasetPassage): RelationshipRecord {
  const relationshipId = `${id}.of`;
  return {
    id: relationshipId,
    type: 'HAS_PASSAGE',
    source: document,
    target: id,
    properties: { id: relationshipId, number },
  };
}

function originalDocument({ document, title, passages }: OriginalText) {
  const head = { id: originalId(document), title, date: document.date, originalOf: document.id };
  return {
    head: withoutUndefined(head),
    passages: passages.map((passage, index) => ({
      ...passage,
      id: `${originalId(document)}.p${index + 1}`,
      number: index + 1,
    })),
  };
}

function originalId({ id }: DatasetDocument): string {
  return `${id}.original`;
}

function withoutUndefined(record: Record<string, PropertyValue | undefined>): Properties {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, PropertyValue] => entry[1] !== undefined),
  );
}
