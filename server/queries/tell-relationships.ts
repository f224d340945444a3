import type { GraphNode, Relationship } from '../contract/graph.ts';
import { findNodes } from './find-nodes.ts';
import type { QueryContext } from './query-context.ts';
import { evidenceOf } from './read-evidence.ts';
import { countOf, textOf } from './read-rows.ts';
import { sentenceOf } from './read-sentence.ts';

/**
 * Relationships as a reader is told of them, by id: a sentence, who said it, and the quotes with the title of their
 * document and the number of their passage. `nodes` names the ends.
 */
export async function tellRelationships(
  context: QueryContext,
  relationships: readonly Relationship[],
  nodes: readonly Pick<GraphNode, 'id' | 'caption'>[],
) {
  const evidence = new Map(relationships.map(({ id, properties }) => [id, evidenceOf(properties)]));
  const items = [...evidence.values()].flat();
  const own = (await context.database.identity(context.options)) === 'own';
  const [titles, numbers] =
    own && items.length > 0
      ? [
          await titlesOf(context, [...new Set(items.map((item) => item.document))]),
          await numbersOf(context, [...new Set(items.map((item) => item.passage))]),
        ]
      : [new Map<string, string>(), new Map<string, number>()];
  const captions = new Map<string, Pick<GraphNode, 'caption'>>(nodes.map((node) => [node.id, node]));
  const speakers = relationships.flatMap(({ properties: { speaker } }) =>
    typeof speaker === 'string' && !captions.has(speaker) ? [speaker] : [],
  );
  if (speakers.length > 0) {
    for (const node of await findNodes(context, [...new Set(speakers)])) captions.set(node.id, node);
  }
  return new Map(
    relationships.map((relationship) => {
      const { speaker } = relationship.properties;
      const speakerName = typeof speaker === 'string' ? captions.get(speaker)?.caption : undefined;
      const citations = (evidence.get(relationship.id) ?? []).map(({ quote, passage, document }) => {
        const number = numbers.get(passage);
        const title = titles.get(document) ?? document;
        return { quote, document: title, ...(number === undefined ? {} : { passage: number }) };
      });
      const told = { sentence: sentenceOf(relationship, captions), citations };
      return [relationship.id, speakerName === undefined ? told : { ...told, speakerName }] as const;
    }),
  );
}

async function titlesOf({ database, options }: QueryContext, ids: readonly string[]) {
  const rows = await database.read(
    'MATCH (d:SourceDocument) WHERE d.id IN $ids RETURN d.id AS id, d.title AS title',
    { ids: [...ids] },
    options,
  );
  return new Map(
    rows.map((row) => [textOf(row, 'id'), typeof row.title === 'string' ? row.title : textOf(row, 'id')]),
  );
}

async function numbersOf({ database, options }: QueryContext, ids: readonly string[]) {
  const rows = await database.read(
    'MATCH (p:Passage) WHERE p.id IN $ids RETURN p.id AS id, p.number AS number',
    { ids: [...ids] },
    options,
  );
  return new Map(rows.map((row) => [textOf(row, 'id'), countOf(row, 'number')]));
}
