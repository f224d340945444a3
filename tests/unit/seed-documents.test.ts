import { describe, expect, it } from 'vitest';
import { CAKE, recordsOf, TEA } from '../fixtures/two-documents.ts';

const idsOf = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort();

describe('two documents that speak of one entity', () => {
  const both = recordsOf(TEA, CAKE);

  it('meet in one node with the evidence of both', () => {
    const ada = both.nodes.filter(({ id }) => id === 'ada');
    expect(ada).toHaveLength(1);
    expect(ada[0]?.properties).toMatchObject({
      documents: ['tea', 'cake'],
      aliases: ['Ada of Oslo', 'The baker'],
      evidence: [
        expect.stringContaining('"document":"tea","passage":"tea.p1"'),
        expect.stringContaining('"document":"cake","passage":"cake.p1"'),
      ],
    });
  });

  it('that state one relationship give it the evidence of both', () => {
    const stated = both.relationships.filter(({ id }) => id === 'r1');
    expect(stated).toHaveLength(1);
    expect(stated[0]?.properties).toMatchObject({
      documents: ['tea', 'cake'],
      evidence: [expect.stringContaining('"tea.p1"'), expect.stringContaining('"cake.p1"')],
    });
  });

  it('leave behind, when one goes, exactly what the other said', () => {
    for (const [kept, gone, own] of [
      [TEA, 'cake', ['cake', 'cake-r1', 'cake.p1', 'cake.p1.of', 'eve']],
      [CAKE, 'tea', ['b1', 'house', 'r2', 'tea', 'tea.p1', 'tea.p1.of', 'tea.p2', 'tea.p2.of']],
    ] as const) {
      const left = recordsOf(kept);
      const before = [...idsOf(both.nodes), ...idsOf(both.relationships)];
      const after = new Set([...idsOf(left.nodes), ...idsOf(left.relationships)]);
      expect(before.filter((id) => !after.has(id)).sort()).toEqual(own);
      expect(before.filter((id) => after.has(id))).toHaveLength(after.size);
      const evidence = [...left.nodes, ...left.relationships].flatMap(
        ({ properties }) => properties.evidence,
      );
      expect(JSON.stringify(evidence)).not.toContain(`\\"document\\":\\"${gone}\\"`);
    }
  });

  it('are each noticed by the digest', () => {
    const digests = [recordsOf(TEA), recordsOf(CAKE), both].map(
      ({ nodes }) => nodes.find(({ labels }) => labels.includes('SourceDocument'))?.properties.digest,
    );
    expect(new Set(digests).size).toBe(3);
  });
});
