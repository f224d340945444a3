import type { GraphNode, Properties, PropertyValue, Relationship } from '../contract/graph.ts';
import { propertyValueSchema } from '../contract/graph.ts';
import { finiteNumber } from '../contract/number-values.ts';
import type { Row, Value } from '../database/graph-database.ts';

const GENERIC_LABELS = new Set(['Entity', 'Node', 'Resource', 'Thing']);
const CAPTION_PROPERTIES = ['name', 'title', 'caption', 'label', 'id'] as const;

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}

export function countOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : 0;
}

export function textListOf(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function numbersOf(value: Value | undefined): number[] {
  return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number') : [];
}

/** Labels with the most specific first: generic ones and those with a leading underscore go last. */
export function orderLabels(labels: readonly string[]): string[] {
  const generic = (label: string) => (GENERIC_LABELS.has(label) || label.startsWith('_') ? 1 : 0);
  return [...labels].sort((a, b) => generic(a) - generic(b) || (a < b ? -1 : a > b ? 1 : 0));
}

/** What a person calls a node: its name, title, caption, label or id, else its kind and element id. */
export function captionOf(id: string, labels: readonly string[], properties: Properties): string {
  for (const name of CAPTION_PROPERTIES) {
    const key = Object.keys(properties).find((candidate) => candidate.toLowerCase() === name);
    const value = key === undefined ? undefined : properties[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    const number = finiteNumber(value);
    if (number !== undefined) return String(number);
  }
  for (const [key, value] of Object.entries(properties)) {
    if (/name|title/i.test(key) && typeof value === 'string' && value.trim() !== '') return value;
  }
  return labels[0] === undefined ? id : `${labels[0]} ${id.split(':').at(-1) ?? id}`;
}

function isScalar(value: Value): value is string | number | boolean | null {
  return value === null || typeof value !== 'object';
}

function propertyOf(value: Value): PropertyValue {
  if (isScalar(value)) return value;
  if (Array.isArray(value) && value.every(isScalar)) return value;
  const parsed = propertyValueSchema.safeParse(value);
  // A map or a nested list can only come from an engine laxer than Neo4j; its text is better than its loss.
  return parsed.success ? parsed.data : JSON.stringify(value);
}

export function propertiesOf(row: Row, column: string): Properties {
  const value = row[column];
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  // Engines hand properties out in different orders; sorted, the same graph gives the same answer.
  const entries: [string, PropertyValue][] = [];
  for (const key of Object.keys(value).sort()) {
    const item = value[key];
    if (item !== undefined) entries.push([key, propertyOf(item)]);
  }
  return Object.fromEntries(entries);
}

/** Reads a node from the columns `id`, `labels`, `properties`. */
export function nodeOf(row: Row): GraphNode {
  const labels = orderLabels(textListOf(row.labels));
  const properties = propertiesOf(row, 'properties');
  const id = textOf(row, 'id');
  return { id, labels, caption: captionOf(id, labels, properties), properties };
}

/** Reads a relationship from the columns `id`, `type`, `source`, `target`, `properties`. */
export function relationshipOf(row: Row): Relationship {
  return {
    id: textOf(row, 'id'),
    type: textOf(row, 'type'),
    source: textOf(row, 'source'),
    target: textOf(row, 'target'),
    properties: propertiesOf(row, 'properties'),
  };
}
