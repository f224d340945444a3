import type { Comparison } from '../../../server/contract/neighbourhoods.ts';
import { call } from '../../api/call.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { createAsking } from '../trace/asking.ts';
import type { CompareQuestion } from './compare-question.ts';

/** Asks what two nodes share. */
export const {
  useAsked: useCompareAsked,
  ask: askCompare,
  cancel: cancelCompare,
} = createAsking<CompareQuestion, Comparison>(
  ({ a, b, statuses }, signal) => call('compare', { body: { a: a.id, b: b.id, statuses }, signal }),
  async ({ a, b }, { totals }) => {
    const words = [
      text.compare.common(totals.common),
      text.compare.only(a.caption, totals.onlyA),
      text.compare.only(b.caption, totals.onlyB),
    ];
    useScreen.getState().announce(words.join('. '));
  },
);
