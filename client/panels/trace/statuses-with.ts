import { pathQuestionSchema } from '../../../server/contract/paths.ts';

const USUAL = pathQuestionSchema.shape.statuses.parse(undefined);

/** The statuses that count: what the text says, and background links where they are asked for. */
export function statusesWith(background: boolean): typeof USUAL {
  return background ? [...USUAL, 'background'] : USUAL;
}
