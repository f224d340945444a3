import { describe, expect, it } from 'vitest';
import { pathQuestionSchema } from '../../server/contract/paths.ts';
import { plainIssue } from '../../server/http/plain-issue.ts';

const problemsOf = (question: object) => {
  const { error } = pathQuestionSchema.safeParse(question, { reportInput: true });
  return error?.issues.map((issue) => `${issue.path.join('.')} ${plainIssue(issue)}`);
};

describe('what is wrong with a field', () => {
  it('is said of one and of several', () => {
    expect(
      problemsOf({ from: '', to: 'x'.repeat(513), statuses: [], via: ['a', 'b', 'c', 'd', 'e'] }),
    ).toEqual([
      'from must have at least 1 character',
      'to must have at most 512 characters',
      'via must have at most 4 entries',
      'statuses must have at least 1 entry',
    ]);
  });

  it('is said of numbers', () => {
    expect(problemsOf({ from: 'a', to: 'b', k: 0, maxLength: 99 })).toEqual([
      'k must be at least 1',
      'maxLength must be at most 12',
    ]);
  });
});
