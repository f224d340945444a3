/** What JSON can write. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** Marks what stands for something else; an object that has such a key of its own is marked too. */
const MARK = '$';

/** A value of the workspace, with its maps and sets, as JSON can write it. */
export function toPlain(value: unknown): Plain {
  if (value instanceof Map)
    return { [MARK]: 'map', of: [...value].map(([key, each]) => [key, toPlain(each)]) };
  if (value instanceof Set) return { [MARK]: 'set', of: [...value].map(toPlain) };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value as Plain;
  const entries = Object.entries(value).map(([key, each]): [string, Plain] => [key, toPlain(each)]);
  return Object.hasOwn(value, MARK) ? { [MARK]: 'object', of: entries } : Object.fromEntries(entries);
}

/** The value that `toPlain` made this of. */
export function fromPlain(plain: Plain): unknown {
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (typeof plain !== 'object' || plain === null) return plain;
  // Never by assignment: a property may be called `__proto__`.
  if (!Object.hasOwn(plain, MARK)) return Object.fromEntries(entriesFrom(Object.entries(plain)));
  const of = Array.isArray(plain.of) ? plain.of : [];
  if (plain[MARK] === 'set') return new Set(of.map(fromPlain));
  const entries = entriesFrom(of.filter((each): each is [string, Plain] => Array.isArray(each)));
  return plain[MARK] === 'map' ? new Map(entries) : Object.fromEntries(entries);
}

function entriesFrom(entries: readonly (readonly [string, Plain])[]): [string, unknown][] {
  return entries.map(([key, each]) => [key, fromPlain(each)]);
}
