import type { z } from 'zod';
import type { Evidence } from '../server/contract/evidence.ts';
import { STATUSES, statusSchema } from '../server/contract/evidence.ts';
import { isCalendarDate } from './calendar-date.ts';
import type { DatasetEntity, DatasetPassage, DatasetRelationship } from './dataset.ts';
import {
  allowedInstead,
  type ProblemMessage,
  type ProblemReporter,
  type ValuePath,
} from './dataset-problems.ts';
import {
  type DocumentHead,
  type EvidenceEntry,
  entityEntrySchema,
  type RelationshipEntry,
  relationshipEntrySchema,
} from './graph-file.ts';
import { locateQuote } from './locate-quotes.ts';
import { checkShape } from './plain-schemas.ts';
import { isNodeKind, isRelationshipType, NODE_KIND_NAMES, RELATIONSHIP_TYPE_NAMES } from './vocabulary.ts';

export interface CheckedEntity {
  path: ValuePath;
  entity: DatasetEntity;
}
export interface CheckedRelationship {
  path: ValuePath;
  relationship: DatasetRelationship;
}

interface Entries {
  entities: readonly unknown[];
  relationships: readonly unknown[];
  /** Missing when the document's own entry is broken; its quotes then go unchecked. */
  head: DocumentHead | undefined;
  passages: readonly DatasetPassage[] | undefined;
}

/** Checks the entities and relationships of one document, all of them, whatever is wrong with some. */
export function checkEntries(
  entries: Entries,
  report: ProblemReporter,
): { entities: CheckedEntity[]; relationships: CheckedRelationship[] } {
  const checker = new EntryChecker(entries, report);
  return {
    entities: entries.entities.flatMap((value, index) => checker.entity(value, ['entities', index])),
    relationships: entries.relationships.flatMap((value, index) =>
      checker.relationship(value, ['relationships', index]),
    ),
  };
}

class EntryChecker {
  private readonly entityIds: ReadonlySet<string>;
  private readonly seen = new Map<string, ValuePath>();

  constructor(
    private readonly entries: Entries,
    private readonly report: ProblemReporter,
  ) {
    this.entityIds = new Set(entries.entities.map(idOf).filter((id) => id !== undefined));
  }

  entity(value: unknown, path: ValuePath): CheckedEntity[] {
    const entry = this.shaped(entityEntrySchema, 'entity', value, path);
    if (entry === undefined) return [];
    const { id, name, kind, summary, properties } = entry;
    const report = this.reporterOf(`entity ${id}`, path);
    if (!isNodeKind(kind)) report(['kind'], `unknown kind "${kind}"${allowedInstead(kind, NODE_KIND_NAMES)}`);
    const aliases = [...new Set(entry.aliases)].filter((alias) => alias !== name);
    const evidence = this.evidence(entry, report);
    const documents = this.documents();
    return [{ path, entity: { id, name, kind, aliases, summary, documents, properties, evidence } }];
  }

  relationship(value: unknown, path: ValuePath): CheckedRelationship[] {
    const entry = this.shaped(relationshipEntrySchema, 'relationship', value, path);
    if (entry === undefined) return [];
    const { id, from, type, to, statement } = entry;
    const report = this.reporterOf(`relationship ${id}`, path);
    if (!isRelationshipType(type)) {
      report(['type'], `unknown type "${type}"${allowedInstead(type, RELATIONSHIP_TYPE_NAMES)}`);
    }
    this.checkEnds(entry, report);
    const status = statusSchema.safeParse(entry.status).data;
    if (status === undefined) {
      report(['status'], `unknown status "${entry.status}"${allowedInstead(entry.status, STATUSES)}`);
    }
    checkSupport(entry, report);
    if (entry.date !== undefined && !isCalendarDate(entry.date)) {
      report(['date'], `"${entry.date}" is not a date: YYYY, YYYY-MM or YYYY-MM-DD`);
    }
    const evidence = this.evidence(entry, report);
    if (status === undefined) return [];
    const relationship: DatasetRelationship = {
      id,
      source: from,
      target: to,
      type,
      statement,
      status,
      ...(entry.speaker === undefined ? {} : { speaker: entry.speaker }),
      ...(entry.date === undefined ? {} : { date: entry.date }),
      documents: this.documents(),
      properties: { ...entry.properties, ...(entry.reason === undefined ? {} : { reason: entry.reason }) },
      evidence,
    };
    return [{ path, relationship }];
  }

  private shaped<T extends z.ZodType>(
    schema: T,
    what: 'entity' | 'relationship',
    value: unknown,
    path: ValuePath,
  ) {
    const shape = checkShape(schema, value);
    const id = idOf(value);
    const name = id === undefined ? `${what} ${Number(path[1]) + 1} of the list` : `${what} ${id}`;
    const report = this.reporterOf(name, path);
    for (const problem of 'problems' in shape ? shape.problems : []) report(problem.path, problem.message);
    if (isProposed(value)) report(['proposed'], PROPOSED);
    if (hasPrototypeKey(value)) {
      report(['properties', '__proto__'], '"properties __proto__" is not a property name');
    }
    if (id !== undefined) {
      const key = `${what} ${id}`;
      if (this.seen.has(key)) this.report([...path, 'id'], `${key}: the id is used twice`);
      this.seen.set(key, path);
    }
    return shape.data;
  }

  private reporterOf(name: string, path: ValuePath): ProblemReporter {
    return (below, message) => this.report([...path, ...below], () => `${name}: ${textOf(message)}`);
  }

  private checkEnds(entry: RelationshipEntry, report: ProblemReporter): void {
    for (const field of ['from', 'to', 'speaker'] as const) {
      const id = entry[field];
      if (id === undefined || this.entityIds.has(id)) continue;
      report([field], () => {
        const nearest = allowedInstead(id, [...this.entityIds]);
        return `"${field}" names no entity of this document: "${id}"${nearest}`;
      });
    }
  }

  private evidence(entry: { evidence: EvidenceEntry[] }, report: ProblemReporter): Evidence[] {
    const { head, passages } = this.entries;
    if (head === undefined || passages === undefined) return [];
    return entry.evidence.flatMap((item, index): Evidence[] => {
      const result = locateQuote(passages, item);
      if (!result.found) report(['evidence', index, result.field], result.problem);
      if (item.original !== undefined && head.original === undefined) {
        report(['evidence', index, 'original'], '"original" needs an original named under "document"');
      }
      if (!result.found) return [];
      const { passage, start, end } = result;
      const original = item.original === undefined ? {} : { original: item.original };
      return [{ document: head.id, passage, start, end, quote: item.quote, ...original }];
    });
  }

  private documents(): string[] {
    return this.entries.head === undefined ? [] : [this.entries.head.id];
  }
}

const PROPOSED = 'is only proposed: read it, put it right, then remove "proposed" (or remove the entry)';

function isProposed(value: unknown): boolean {
  return (Object(value) as { proposed?: unknown }).proposed === true;
}

/** JSON and YAML can hold such a key, and reading it like others would lose it without a word. */
function hasPrototypeKey(value: unknown): boolean {
  const { properties } = Object(value) as { properties?: unknown };
  return Object.hasOwn(Object(properties), '__proto__');
}

/** What each status must and must not carry. */
function checkSupport(entry: RelationshipEntry, report: ProblemReporter): void {
  if (entry.status === 'background') {
    if (entry.reason === undefined)
      report([], '"reason" is missing: a background relationship says why it is known');
    if (entry.evidence.length > 0)
      report(['evidence'], 'a background relationship is not in the text, so has no evidence');
    return;
  }
  if (entry.evidence.length === 0)
    report([], '"evidence" is missing: quote the words that say it, or give the status background');
  if (entry.reason !== undefined) report(['reason'], '"reason" belongs to background relationships only');
  if (entry.status === 'attributed' && entry.speaker === undefined) {
    report([], '"speaker" is missing: an attributed relationship names who says it');
  }
}

function textOf(message: ProblemMessage): string {
  return typeof message === 'string' ? message : message();
}

function idOf(value: unknown): string | undefined {
  const { id } = Object(value) as { id?: unknown };
  return typeof id === 'string' ? id : undefined;
}
