import { describe, expect, it } from 'vitest';
import {
  isNodeKind,
  isRelationshipType,
  kindMeaning,
  NODE_KIND_NAMES,
  RELATIONSHIP_TYPE_NAMES,
  RELATIONSHIP_TYPES,
  typeMeaning,
  typeWords,
} from '../../graph-seed/vocabulary.ts';

describe('the vocabulary', () => {
  it('has each kind and type once, in the form that Cypher writes without quotation', () => {
    expect(new Set(NODE_KIND_NAMES).size).toBe(NODE_KIND_NAMES.length);
    expect(new Set(RELATIONSHIP_TYPE_NAMES).size).toBe(RELATIONSHIP_TYPE_NAMES.length);
    expect(NODE_KIND_NAMES.filter((kind) => !/^[A-Z][a-z]+$/.test(kind))).toEqual([]);
    expect(RELATIONSHIP_TYPE_NAMES.filter((type) => !/^[A-Z]+(_[A-Z]+)*$/.test(type))).toEqual([]);
  });

  it('says different types in different words', () => {
    const words = RELATIONSHIP_TYPES.map((entry) => entry.words);
    expect(words).toEqual([...new Set(words)]);
  });

  it('looks up what it knows and leaves the rest readable', () => {
    expect([isNodeKind('Person'), isNodeKind('person'), isRelationshipType('SIGNED')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(kindMeaning('Place')).toMatch(/^Somewhere/);
    expect(typeMeaning('SIGNED')).toBe('Concluded an agreement');
    expect([typeWords('PART_OF'), typeWords('ACTED_IN')]).toEqual(['is part of', 'acted in']);
    expect([kindMeaning('Movie'), typeMeaning('ACTED_IN')]).toEqual([undefined, undefined]);
  });
});
