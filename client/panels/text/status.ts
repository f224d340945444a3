import type { Status } from '../../../server/contract/evidence.ts';

export const status = {
  asserted: 'Asserted',
  attributed: 'Said by someone',
  planned: 'Planned',
  negated: 'Denied in the text',
  background: 'Background, not in the text',
} satisfies Record<Status, string>;
export const saidBy = (name: string) => `Said by ${name}`;
