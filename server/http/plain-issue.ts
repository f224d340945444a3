import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

function sizeOf(
  { origin }: { origin: string },
  bound: 'at least' | 'at most',
  size: number | bigint,
): string {
  const one = Number(size) === 1;
  if (origin === 'string') return `must have ${bound} ${size} ${one ? 'character' : 'characters'}`;
  if (origin === 'array') return `must have ${bound} ${size} ${one ? 'entry' : 'entries'}`;
  return `must be ${bound} ${size}`;
}

/** What is wrong with a value and what is allowed, in plain words that follow the field's name. */
export function plainIssue(issue: Issue): string {
  switch (issue.code) {
    case 'too_small':
      return sizeOf(issue, 'at least', issue.minimum);
    case 'too_big':
      return sizeOf(issue, 'at most', issue.maximum);
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('received undefined')
        ? `is missing; must be ${article(issue.expected)}`
        : `must be ${article(issue.expected)}`;
    case 'unrecognized_keys':
      return `has unknown fields: ${issue.keys.map((key) => `"${key.slice(0, 80)}"`).join(', ')}`;
    default:
      return issue.message;
  }
}

function article(name: string): string {
  const plain =
    name === 'int' ? 'whole number' : name === 'string' ? 'text' : name === 'array' ? 'list' : name;
  return plain === 'text' ? plain : `${/^[aeiou]/.test(plain) ? 'an' : 'a'} ${plain}`;
}
