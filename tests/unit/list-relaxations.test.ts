import { describe, expect, it } from 'vitest';
import { PATH_STATUSES, pathQuestionSchema } from '../../server/contract/paths.ts';
import { listRelaxations } from '../../server/paths/list-relaxations.ts';
import { loosenAll } from '../../server/paths/relax-question.ts';
import { budgetOf } from '../../server/paths/walk-context.ts';

describe('what would find a path', () => {
  const offersFor = async (maxLength: number, shortest: number) => {
    const question = pathQuestionSchema.parse({ from: 'a', to: 'b', maxLength });
    const relaxations = await listRelaxations(question, budgetOf({ timeoutMs: 60_000 }), {
      shortest,
      atOnce: 1,
      count: async (other) => ({
        chains: other.maxLength >= shortest ? [['a', 'b']] : [],
        truncated: false,
        moreExist: false,
      }),
    });
    return relaxations.map(({ change }) => change);
  };

  it('goes as far as the shortest path is long, up to what may be asked', async () => {
    expect(await offersFor(1, 3)).toEqual(['1 path with 2 more links']);
    expect(await offersFor(1, 5)).toEqual(['1 path with 4 more links']);
    expect(await offersFor(1, 9)).toEqual(['1 path with 8 more links']);
    expect(await offersFor(4, 12)).toEqual(['1 path with 8 more links']);
    expect(await offersFor(4, 13)).toEqual([]);
    expect(await offersFor(4, Number.POSITIVE_INFINITY)).toEqual([]);
  });

  it('lifts several limits at once, never one alone and nothing that is not there', () => {
    const changes = (question: object) =>
      loosenAll(pathQuestionSchema.parse({ from: 'a', to: 'b', ...question })).map(({ change }) => change);
    const statuses = PATH_STATUSES;
    expect(changes({ statuses })).toEqual([]);
    expect(changes({})).toEqual(['if all filters are lifted, within 12 links']);
    expect(changes({ types: ['T'], avoid: ['c'], maxLength: 12 })).toEqual(['if all filters are lifted']);
    expect(changes({ types: ['T'], statuses, maxLength: 12 })).toEqual([]);
    expect(changes({ types: ['T'], direction: 'out', via: ['c'] })).toEqual([
      'if all filters are lifted',
      'if all filters are lifted, within 12 links',
      'if all filters are lifted, within 12 links, without the nodes on the way',
    ]);
    expect(changes({ statuses, via: ['c'] })).toEqual([
      'within 12 links',
      'within 12 links, without the nodes on the way',
    ]);
  });
});
