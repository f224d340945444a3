import type { PropertyValue } from '../contract/graph.ts';
import { listOfNumbers } from '../contract/number-values.ts';
import { readJsonText } from './json-source.ts';
import { itemTypeOf, type ReadValue, readValue } from './read-value.ts';

type Item = Extract<PropertyValue, unknown[]>[number];

/**
 * Reads a list written as text: a JSON array, GEXF's `[a, 'b', "c"]`, `a|b` or `a;b`, and `a,b` where neither occurs.
 * The items are of the type's own; in a JSON array each keeps what it is.
 */
export function readList(text: string, type: string): ReadValue {
  const plain = text.trim();
  const json = jsonList(plain);
  if (json !== undefined) return { value: json };
  const isBracketed = plain.startsWith('[') && plain.endsWith(']');
  const inner = isBracketed ? plain.slice(1, -1) : plain;
  if (inner === '') return { value: [] };
  const separator = isBracketed ? ',' : (['|', ';'].find((mark) => inner.includes(mark)) ?? ',');
  const items: Item[] = [];
  for (const part of listItems(inner, separator)) {
    const read = readValue(part, itemTypeOf(type) ?? 'string');
    if (!('value' in read)) return { allowed: `a list of which each is ${read.allowed}` };
    if (!Array.isArray(read.value)) items.push(read.value);
  }
  return { value: listOfNumbers(items) };
}

/** A JSON array of plain values; undefined for any other text. */
export function jsonList(text: string): Item[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const value = readJsonText(text);
  if (!Array.isArray(value)) return undefined;
  const items: Item[] = [];
  for (const item of value) {
    if (item instanceof Map || Array.isArray(item)) return undefined;
    items.push(item);
  }
  return listOfNumbers(items);
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** The items of a list; one in quotes of either kind may hold the separator. What only begins like a quote is text. */
function listItems(inner: string, separator: string): string[] {
  const items: string[] = [];
  let at = 0;
  while (at <= inner.length) {
    const quoted = quotedItem(inner, at, separator);
    const end = quoted?.end ?? inner.indexOf(separator, at);
    const until = end < 0 ? inner.length : end;
    items.push(quoted?.text ?? inner.slice(at, until).trim());
    at = until + 1;
  }
  return items;
}

/** An item that is in quotes as a whole, and where its separator, or the end, comes. */
function quotedItem(
  inner: string,
  from: number,
  separator: string,
): { text: string; end: number } | undefined {
  let at = from;
  while (inner[at] === ' ') at += 1;
  const quote = inner[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const begin = at + 1;
  for (at = begin; at < inner.length && inner[at] !== quote; at += 1) if (inner[at] === '\\') at += 1;
  const close = at;
  at += 1;
  while (inner[at] === ' ') at += 1;
  if (close >= inner.length || (at < inner.length && inner[at] !== separator)) return undefined;
  const raw = inner.slice(begin, close);
  return { text: raw.replace(/\\(.)/gs, (_, escaped: string) => ESCAPED[escaped] ?? escaped), end: at };
}

/** Labels as programs write them: a list, `:A:B` (Neo4j), `A;B`, or one text. */
export function readLabels(value: PropertyValue): string[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(textOf);
  if (value === null) return [];
  const text = textOf(value);
  const list = jsonList(text.trim());
  if (list !== undefined) return readLabels(list);
  if (text.startsWith(':')) return text.slice(1).split(':').filter(Boolean);
  return text
    .split(';')
    .map((label) => label.trim())
    .filter(Boolean);
}

/** A plain value as text. */
export function textOf(value: Item): string {
  return value !== null && typeof value === 'object' ? value.value : String(value);
}
