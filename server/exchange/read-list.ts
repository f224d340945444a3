import type { PropertyValue } from '../contract/graph.ts';
import { listOfNumbers } from '../contract/number-values.ts';
import { readJsonText } from './json-source.ts';
import { itemTypeOf, type ReadValue, readValue } from './read-value.ts';

type Item = Extract<PropertyValue, unknown[]>[number];

/**
 * Reads a list written as text: a JSON array, Gephi's `[a, b]`, `a|b` or `a;b`, and `a,b` where neither occurs.
 * The items are of the type's own; in a JSON array each keeps what it is.
 */
export function readList(text: string, type: string): ReadValue {
  const plain = text.trim();
  const json = jsonList(plain);
  if (json !== undefined) return { value: json };
  const inner = plain.startsWith('[') && plain.endsWith(']') ? plain.slice(1, -1) : plain;
  if (inner === '') return { value: [] };
  const separator = ['|', ';', ','].find((mark) => inner.includes(mark)) ?? ',';
  const items: Item[] = [];
  for (const part of splitQuoted(inner, separator)) {
    const read = readValue(part.trim(), itemTypeOf(type) ?? 'string');
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

function splitQuoted(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator);
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part];
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
