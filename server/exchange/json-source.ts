import type { TypedValue } from '../contract/graph.ts';
import { floatValue, integerValue } from '../contract/number-values.ts';
import { MOST_DEPTH, MOST_FIELDS } from './import-limits.ts';
import { found, type ImportProblems, type Place } from './import-problems.ts';
import { specialNumber } from './read-value.ts';

/** An object of a JSON file, with where it begins; keys keep their order and may be called anything. */
export class JsonObject extends Map<string, JsonValue> {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

/** Whole numbers beyond 2^53, floats that are whole, NaN and the infinities are typed values, so that nothing is rounded. */
export type JsonValue = null | boolean | string | number | TypedValue | JsonValue[] | JsonObject;

export interface JsonSource {
  value: JsonValue;
  placeOf(object: JsonObject): Place;
}

/** Why a text is not JSON that is read here, and at which character. */
class JsonStopped extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Reads JSON without recursion and without losing digits, which `JSON.parse` does. Beyond the standard `NaN` and
 * `Infinity` are read, which Python writes. Deep nesting, a key given twice and what is not JSON are problems.
 */
export function readJsonSource(text: string, problems: ImportProblems): JsonSource {
  const placeAt = placeFinder(text);
  try {
    return { value: parse(text), placeOf: ({ offset }) => placeAt(offset) };
  } catch (error) {
    if (error instanceof JsonStopped) return problems.stop(error.message, placeAt(error.offset));
    throw error;
  }
}

/** Reads a short JSON text; undefined where it is none. */
export function readJsonText(text: string): JsonValue | undefined {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof JsonStopped) return undefined;
    throw error;
  }
}

const SPACE = /[ \t\n\r\uFEFF]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /-?[A-Za-z]+/y;
const WORDS = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** A list or an object that is being read; of an object also the key whose value comes next. */
interface Open {
  into: JsonObject | JsonValue[];
  key: string;
  empty: boolean;
}

function parse(text: string): JsonValue {
  let at = 0;
  const stop = (message: string, offset = at): never => {
    throw new JsonStopped(message, offset);
  };
  const unexpected = (): never =>
    stop(
      at >= text.length
        ? 'is not valid JSON: it ends too early'
        : `is not valid JSON: ${found(text.slice(at, at + 20))} is not expected here`,
    );
  const skip = (): string | undefined => {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
    return text[at];
  };
  const string = (): string => {
    const end = closingQuote(text, at);
    if (end === undefined) return stop('is not valid JSON: a text is not closed');
    const value = stringOf(text.slice(at, end + 1));
    if (value === undefined) return stop('is not valid JSON: a text holds what must be escaped');
    at = end + 1;
    return value;
  };
  const scalar = (first: string | undefined): JsonValue => {
    if (first === '"') return string();
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number !== undefined) {
      const value = numberOf(number, stop);
      at += number.length;
      return value;
    }
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0] ?? unexpected();
    const value = WORDS.get(word) ?? (/^-?(NaN|Infinity)$/.test(word) ? specialNumber(word) : undefined);
    if (value === undefined && word !== 'null') unexpected();
    at += word.length;
    return value ?? null;
  };
  const stack: Open[] = [];
  let whole: JsonValue | undefined;
  const put = (value: JsonValue): void => {
    const top = stack.at(-1);
    if (top === undefined) whole = value;
    else if (Array.isArray(top.into)) top.into.push(value);
    else top.into.set(top.key, value);
  };
  const value = (): void => {
    const first = skip();
    if (first !== '{' && first !== '[') {
      put(scalar(first));
      return;
    }
    if (stack.length >= MOST_DEPTH) stop(`is nested deeper than ${MOST_DEPTH}, which is the most`);
    const into = first === '{' ? new JsonObject(at) : [];
    put(into);
    stack.push({ into, key: '', empty: true });
    at += 1;
  };
  const key = (top: Open, into: JsonObject): void => {
    const begin = at;
    if (text[at] !== '"') unexpected();
    top.key = string();
    if (into.has(top.key)) stop(`has the key ${found(top.key)} twice in one object`, begin);
    if (into.size >= MOST_FIELDS) stop(`has an object with more than ${MOST_FIELDS} keys, which is the most`);
    if (skip() !== ':') unexpected();
    at += 1;
    value();
  };
  value();
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const next = skip();
    if (next === (Array.isArray(top.into) ? ']' : '}')) {
      at += 1;
      stack.pop();
      continue;
    }
    if (!top.empty) {
      if (next !== ',') unexpected();
      at += 1;
      skip();
    }
    top.empty = false;
    if (Array.isArray(top.into)) value();
    else key(top, top.into);
  }
  if (skip() !== undefined) unexpected();
  return whole ?? null;
}

/** The quote that ends the text which begins here. */
function closingQuote(text: string, start: number): number | undefined {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? undefined : end;
}

function stringOf(raw: string): string | undefined {
  try {
    return String(JSON.parse(raw));
  } catch {
    return undefined;
  }
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text[at - 1] === '\\') at -= 1;
  return (quote - at) % 2 === 1;
}

function numberOf(text: string, stop: (message: string) => never): number | TypedValue {
  if (/^-?\d+$/.test(text)) {
    const number = Number(text);
    if (Object.is(number, -0)) return floatValue(number);
    if (Number.isSafeInteger(number)) return number;
    const value = BigInt(text.length > 30 ? 2n ** 64n : text);
    if (value < -(2n ** 63n) || value >= 2n ** 63n) {
      // JavaScript writes large numbers that are not whole by nature in digits too.
      return String(number) === text ? number : stop(`${found(text)} has more than 64 bits`);
    }
    return integerValue(value);
  }
  const number = Number(text);
  if (!Number.isFinite(number)) stop(`${found(text)} is too large for a number of 64 bits`);
  // Programs that tell floats from integers write `2.0` for a float; JavaScript writes 2.
  return floatValue(number);
}

/** Turns an offset into a line and a column, from 1; the lines are found at the first question only. */
function placeFinder(text: string): (offset: number) => Required<Place> {
  let starts: number[] | undefined;
  return (offset) => {
    if (starts === undefined) {
      starts = [0];
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
