import { describe, expect, it } from 'vitest';
import { pathQuestionSchema } from '../../server/contract/paths.ts';
import { listRelaxations } from '../../server/paths/list-relaxations.ts';
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
});
