import { createHash } from 'node:crypto';
import type { Graph, GraphNode, Properties, PropertyValue, TypedValue } from '../contract/graph.ts';
import { OWN_LABELS } from '../database/check-records.ts';
import type { GraphRecords, TakenIds } from '../database/graph-database.ts';
import type { ImportProblems } from '../exchange/import-problems.ts';

/** A graph of a file as it is kept in the database. */
export interface DatasetRecords extends GraphRecords {
  /** What had to differ from the file, in words. */
  notes: string[];
  /** What stands before the ids of nodes; usually nothing. */
  nodePrefix: string;
}

/** Ids that an engine gives; ids of ours may not look like them. */
const ELEMENT_ID = /^\d+:[^:]*:\d+$/;
const CAPTION_PROPERTIES = ['name', 'title', 'caption', 'label', 'id'];

/**
 * The records that a file's graph is loaded as: each node with the label `Entity` beside its own, the name that it
 * shows as a property, and `dataset` on everything, by which the dataset is found again. Ids stay as they are, unless
 * one of them is taken by another dataset: then all nodes, or all relationships, get ids that begin with the
 * dataset's name. One `SourceDocument` without passages stands for the file; its `digest` tells servers of the change.
 */
export function toDatasetRecords(
  graph: Graph,
  dataset: string,
  title: string,
  taken: TakenIds,
): DatasetRecords {
  const notes: string[] = [];
  const nodePrefix = prefixFor(graph.nodes, taken.nodes, dataset);
  const linkPrefix = prefixFor(graph.relationships, taken.relationships, dataset);
  if (nodePrefix !== '')
    notes.push(`Ids of nodes begin with "${nodePrefix}", since some are taken by what is loaded`);
  if (linkPrefix !== '') {
    notes.push(`Ids of relationships begin with "${linkPrefix}", since some are taken by what is loaded`);
  }
  const nodes = graph.nodes.map((node) => ({
    id: nodePrefix + node.id,
    labels: labelsOf(node),
    properties: { ...storable(withCaption(node)), dataset },
  }));
  const relationships = graph.relationships.map(({ id, type, source, target, properties }) => ({
    id: linkPrefix + id,
    type: type === '' ? 'RELATED_TO' : type,
    source: nodePrefix + source,
    target: nodePrefix + target,
    properties: { ...storable(properties), dataset },
  }));
  const hash = createHash('sha256');
  for (const record of nodes) hash.update(`${JSON.stringify(record)}\n`);
  for (const record of relationships) hash.update(`${JSON.stringify(record)}\n`);
  const file = {
    id: `dataset:${dataset}`,
    labels: ['SourceDocument'],
    properties: { title, imported: true, dataset, digest: hash.digest('hex').slice(0, 16) },
  };
  return { nodes: [...nodes, file], relationships, notes, nodePrefix };
}

/** What cannot be kept in a database at all, which the file is refused for. */
export function checkStorable(graph: Graph, problems: ImportProblems): void {
  for (const { id, labels, properties } of graph.nodes) {
    const own = OWN_LABELS.filter((label) => labels.includes(label));
    if (own.length > 1)
      problems.add(`the node "${id}" has the labels ${own.join(' and ')}; it can have one of them`);
    const owner = `node "${id}"`;
    checkId(owner, id, problems);
    for (const label of labels) checkName(owner, 'label', label, problems);
    checkValues(owner, properties, problems);
  }
  for (const { id, type, properties } of graph.relationships) {
    const owner = `relationship "${id}"`;
    checkId(owner, id, problems);
    checkName(owner, 'type', type, problems);
    checkValues(owner, properties, problems);
  }
}

/** Whether a text holds half a character (a lone surrogate), which no database keeps. */
export function hasHalf(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

function checkId(owner: string, id: string, problems: ImportProblems): void {
  if (hasHalf(id)) problems.add(`${owner} has half a character (a lone surrogate) in its id; change it`);
}

/** Names are words of the database's own language, which holds less than its texts do. */
function checkName(owner: string, what: string, name: string, problems: ImportProblems): void {
  if (name.includes('\0') || hasHalf(name)) {
    const char = name.includes('\0') ? 'a null character' : 'half a character (a lone surrogate)';
    problems.add(
      `${owner} has the ${what} ${JSON.stringify(name)} with ${char}, which no database takes; change it`,
    );
  }
}

function checkValues(owner: string, properties: Properties, problems: ImportProblems): void {
  for (const [name, value] of Object.entries(properties)) {
    checkName(owner, 'property', name, problems);
    if (name === '') problems.add(`${owner} has a property without a name`);
    else if (name === '__proto__')
      problems.add(`${owner} has a property called __proto__, which no database gives back; rename it`);
    else if (typeof value === 'object' && value !== null && '$type' in value && value.$type === 'Integer') {
      if (!/^-?\d+$/.test(value.value))
        problems.add(`"${value.value}" is no whole number`, undefined, `${owner} ${name}`);
    }
  }
}

function prefixFor(owners: readonly { id: string }[], taken: ReadonlySet<string>, dataset: string): string {
  return owners.some(({ id }) => taken.has(id) || ELEMENT_ID.test(id)) ? `${dataset}/` : '';
}

function labelsOf({ labels }: GraphNode): string[] {
  const own = labels.filter((label) => label !== '');
  const isOwn = OWN_LABELS.some((label) => own.includes(label));
  return [...new Set(isOwn ? own : ['Entity', ...own])];
}

/** The caption as a property, where the properties would not give it. */
function withCaption({ id, caption, properties }: GraphNode): Properties {
  const found = CAPTION_PROPERTIES.map((name) => {
    const key = Object.keys(properties).find((candidate) => candidate.toLowerCase() === name);
    return key === undefined ? undefined : properties[key];
  }).find((value) => typeof value === 'number' || (typeof value === 'string' && value.trim() !== ''));
  if (caption === '' || String(found) === caption || (found === undefined && caption === id))
    return properties;
  const key = ['name', 'title', 'caption'].find((name) => !Object.hasOwn(properties, name)) ?? 'caption';
  return { ...properties, [key]: caption };
}

/** Numbers of every size are of one kind: one float among them makes all floats. */
function kindOf(item: string | number | boolean | TypedValue): string {
  if (typeof item !== 'object') return typeof item;
  return item.$type === 'Integer' || item.$type === 'Float' ? 'number' : item.$type;
}

/** Whether no database holds the list as it is: it has values of several kinds, or nulls. */
export function isUnlikeList(list: readonly Exclude<PropertyValue, unknown[]>[]): boolean {
  const items = list.filter((item) => item !== null);
  return new Set(items.map(kindOf)).size > 1 || items.length < list.length;
}

/** A list of unlike values is kept as texts: no database holds it otherwise. */
function storable(properties: Properties): Properties {
  const entries = Object.entries(properties).map(([name, value]): [string, PropertyValue] => {
    if (!Array.isArray(value) || !isUnlikeList(value)) return [name, value];
    const items = value.filter((item) => item !== null);
    return [name, items.map((item) => (typeof item === 'object' ? item.value : String(item)))];
  });
  return Object.fromEntries(entries.filter(([name, value]) => name !== 'id' && value !== null));
}
