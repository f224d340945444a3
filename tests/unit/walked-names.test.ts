import { describe, expect, it } from 'vitest';
import { walkedNames } from '../../client/panels/paths/walked-names.ts';
import type { GraphSchema } from '../../server/contract/schema.ts';

function schemaOf(triples: readonly (readonly [from: string, type: string, to: string])[]): GraphSchema {
  const distinct = (names: readonly string[]) => [...new Set(names)];
  return {
    nodeCount: 2,
    relationshipCount: triples.length,
    labels: distinct(['Entity', ...triples.flatMap(([from, , to]) => [from, to])]).map((label) => ({
      label,
      count: 1,
      properties: [],
    })),
    types: distinct(triples.map(([, type]) => type)).map((type) => ({ type, count: 1, properties: [] })),
    triples: triples.map(([from, type, to]) => ({ from, type, to, count: 1 })),
    statuses: [],
  };
}

const namesOf = (schema: GraphSchema) => {
  const { types, labels } = walkedNames(schema);
  return { types: types.map(({ name }) => name), labels: labels.map(({ name }) => name) };
};

describe('walkedNames', () => {
  it('leaves out the texts of a graph that was loaded here, and what holds their passages', () => {
    const schema = schemaOf([
      ['Country', 'ALLY_OF', 'Country'],
      ['SourceDocument', 'HAS_PASSAGE', 'Passage'],
    ]);
    expect(namesOf(schema)).toEqual({ types: ['ALLY_OF'], labels: ['Country'] });
  });

  it('keeps a type that also links what is walked', () => {
    const schema = schemaOf([
      ['SourceDocument', 'HAS_PASSAGE', 'Passage'],
      ['Country', 'HAS_PASSAGE', 'Strait'],
    ]);
    expect(namesOf(schema)).toEqual({ types: ['HAS_PASSAGE'], labels: ['Country', 'Strait'] });
  });

  it('leaves nothing out of a graph that only uses such a word', () => {
    const schema = schemaOf([['Passage', 'LEADS_TO', 'Room']]);
    expect(namesOf(schema)).toEqual({ types: ['LEADS_TO'], labels: ['Passage', 'Room'] });
  });
});
