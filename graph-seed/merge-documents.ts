import type { PropertyValue } from '../server/contract/graph.ts';
import type { Dataset, DatasetEntity, DatasetRelationship } from './dataset.ts';
import type { ProblemList, ValuePath } from './dataset-problems.ts';
import type { DocumentPart } from './parse-document.ts';

/**
 * Puts documents together. An entity of the same id in two documents is one entity, and a relationship of
 * the same id is one relationship: names, evidence and documents are united, the first summary and statement
 * stay. Where two documents contradict each other (kind, name, ends, status, …) that is a problem.
 */
export function mergeDocuments(parts: readonly DocumentPart[], problems: ProblemList): Dataset {
  const entities = new Map<string, Found<DatasetEntity>>();
  const relationships = new Map<string, Found<DatasetRelationship>>();
  const nodeIds = new Map<string, string>();
  for (const part of parts) claimNodeIds(part, nodeIds, problems);
  for (const part of parts) {
    for (const { entity, path } of part.entities) {
      const what = `entity ${entity.id}`;
      const taken = nodeIds.get(entity.id);
      if (taken !== undefined) {
        problems.add(part.file, part.lineOf([...path, 'id']), `${what}: the id is already that of ${taken}`);
      }
      meet(entities, { part, path, what, value: entity }, ['kind', 'name'], problems);
    }
    for (const { relationship, path } of part.relationships) {
      const what = `relationship ${relationship.id}`;
      const same = ['source', 'type', 'target', 'status', 'speaker', 'date'] as const;
      meet(relationships, { part, path, what, value: relationship }, same, problems);
    }
  }
  return {
    documents: parts.map((part) => part.document),
    entities: [...entities.values()].map(({ value }) => value),
    relationships: [...relationships.values()].map(({ value }) => value),
  };
}

interface Found<T> {
  part: DocumentPart;
  path: ValuePath;
  what: string;
  value: T;
}

/** How the fields of a relationship are called in a graph file. */
const FILE_FIELDS: Record<string, string> = { source: 'from', target: 'to' };

/** Documents and passages are nodes too, so their ids may not be those of entities. */
function claimNodeIds(part: DocumentPart, nodeIds: Map<string, string>, problems: ProblemList): void {
  const { document, file, lineOf } = part;
  const claims = [
    { id: document.id, owner: `the document of ${file}` },
    ...document.passages.map(({ id, number }) => ({ id, owner: `passage ${number} of ${file}` })),
  ];
  for (const { id, owner } of claims) {
    const taken = nodeIds.get(id);
    if (taken === undefined) nodeIds.set(id, owner);
    else
      problems.add(file, lineOf(['document', 'id']), `${owner}: the id "${id}" is already that of ${taken}`);
  }
}

function meet<T extends DatasetEntity | DatasetRelationship>(
  known: Map<string, Found<T>>,
  found: Found<T>,
  same: readonly (keyof T & string)[],
  problems: ProblemList,
): void {
  const first = known.get(found.value.id);
  if (first === undefined) {
    known.set(found.value.id, found);
    return;
  }
  // Twice in one file is reported where the file is checked.
  if (first.part === found.part) return;
  const { part, path, what, value } = found;
  const differ = (field: string, ours: unknown, theirs: unknown): void => {
    const message = `${what}: ${field} is ${shown(ours)}, but ${shown(theirs)} in ${first.part.file}`;
    problems.add(part.file, part.lineOf([...path, ...field.split(' ')]), message);
  };
  for (const field of same) {
    const name = FILE_FIELDS[field] ?? field;
    if (value[field] !== first.value[field]) differ(name, value[field], first.value[field]);
  }
  for (const [name, ours] of Object.entries(value.properties)) {
    const theirs = first.value.properties[name];
    if (theirs !== undefined && !equal(ours, theirs)) differ(`properties ${name}`, ours, theirs);
  }
  known.set(value.id, { ...first, value: united(first.value, value) });
}

function united<T extends DatasetEntity | DatasetRelationship>(first: T, second: T): T {
  const both = {
    ...first,
    documents: [...first.documents, ...second.documents],
    properties: { ...second.properties, ...first.properties },
    evidence: [...first.evidence, ...second.evidence],
  };
  if (!('aliases' in first && 'aliases' in second)) return both;
  return { ...both, aliases: [...new Set([...first.aliases, ...second.aliases])] };
}

function equal(one: PropertyValue, other: PropertyValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
