import { z } from 'zod';
import { allowedInstead, type ValuePath } from './dataset-problems.ts';

/** zod schemas whose messages a curator can act on; each message reads after the name of the field. */

type Complaint = string | ((input: unknown) => string);

function complain(complaint: Complaint) {
  return (issue: { input?: unknown }): string => {
    if (issue.input === undefined) return 'is missing';
    return typeof complaint === 'string' ? complaint : complaint(issue.input);
  };
}

export const text = z
  .string({
    error: complain(
      (input) =>
        `must be text, not ${kindOf(input)}${typeof input === 'object' ? '' : ' (put it in quotation marks)'}`,
    ),
  })
  .refine((value) => value.trim() !== '', { error: 'is empty' })
  .refine((value) => !/\p{Surrogate}/u.test(value), { error: 'holds half of a surrogate pair' });

export function wholeNumber(least: number) {
  const error = complain((input) => `must be a whole number from ${least}, not ${kindOf(input)}`);
  return z.int({ error }).min(least, { error });
}

export function matching(pattern: RegExp, complaint: Complaint) {
  return text.regex(pattern, { error: complain(complaint) });
}

export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item, { error: complain((input) => `must be a list, not ${kindOf(input)}`) });
}

/** A map that knows all its keys; an unknown one is named with the nearest allowed. */
export function closedObject<T extends z.ZodRawShape>(shape: T) {
  const keys = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => `unknown key "${key}"${allowedInstead(key, keys)}`).join('\n');
      }
      return complain((input) => `must have the keys ${keys.join(', ')}, but is ${kindOf(input)}`)(issue);
    },
  });
}

const VALUE =
  'must be text, a finite number (whole ones up to 2^53), true or false, or a list of values of one such kind';

const finite = z
  .number()
  .refine((value) => Number.isSafeInteger(value) || !Number.isInteger(value), { error: VALUE });

const propertyValue = z.union(
  [z.string(), finite, z.boolean(), z.array(z.string()), z.array(finite), z.array(z.boolean())],
  { error: VALUE },
);

/** Further facts under names that the graph does not use itself. */
export function propertiesBut(reserved: readonly string[]) {
  const name = z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]*$/)
    .refine((value) => !reserved.includes(value));
  return z.record(name, propertyValue, {
    error: (issue) =>
      issue.code === 'invalid_key'
        ? `is not a property name: letters, digits and "_", beginning with a letter, and none of ${reserved.join(', ')}`
        : complain((input) => `must be names with values, not ${kindOf(input)}`)(issue),
  });
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'text';
  return String(value);
}

export interface ShapeProblem {
  /** Below the value that was checked. */
  path: ValuePath;
  message: string;
}

/** Checks one value; every problem comes with its place and a plain message. */
export function checkShape<T extends z.ZodType>(
  schema: T,
  value: unknown,
): { data: z.output<T> } | { data: undefined; problems: ShapeProblem[] } {
  const result = schema.safeParse(value, { reportInput: true });
  return result.success
    ? { data: result.data }
    : { data: undefined, problems: result.error.issues.flatMap(shapeProblems) };
}

function shapeProblems(issue: z.core.$ZodIssue): ShapeProblem[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({
      path: [...path, key],
      message: inside(path, messages[index] ?? ''),
    }));
  }
  return [{ path, message: path.length === 0 ? issue.message : `"${pathText(path)}" ${issue.message}` }];
}

function inside(path: ValuePath, message: string): string {
  return path.length === 0 ? message : `in "${pathText(path)}": ${message}`;
}

/** `evidence 2 quote`: list places count from 1, as a reader counts. */
function pathText(path: ValuePath): string {
  return path.map((key) => (typeof key === 'number' ? String(key + 1) : key)).join(' ');
}
