import type { Evidence } from '../server/contract/evidence.ts';
import type { Dataset } from './dataset.ts';

/** The same dataset with something before every id, wherever one is named. */
export function withPrefix({ documents, entities, relationships }: Dataset, prefix: string): Dataset {
  const named = (id: string) => prefix + id;
  const evidence = (items: readonly Evidence[]) =>
    items.map((item) => ({ ...item, document: named(item.document), passage: named(item.passage) }));
  return {
    documents: documents.map((document) => ({
      ...document,
      id: named(document.id),
      passages: document.passages.map((passage) => ({ ...passage, id: named(passage.id) })),
    })),
    entities: entities.map((entity) => ({
      ...entity,
      id: named(entity.id),
      documents: entity.documents.map(named),
      evidence: evidence(entity.evidence),
    })),
    relationships: relationships.map((relationship) => ({
      ...relationship,
      id: named(relationship.id),
      source: named(relationship.source),
      target: named(relationship.target),
      ...(relationship.speaker === undefined ? {} : { speaker: named(relationship.speaker) }),
      documents: relationship.documents.map(named),
      evidence: evidence(relationship.evidence),
    })),
  };
}
