import { type PathQuestionInput, pathQuestionSchema } from '../../server/contract/paths.ts';
import type { Selection } from '../workspace/workspace.ts';
import type { ReadingPlace } from './reading-place.ts';
import { type GroupQuestion, readGroup, writeGroup } from './trace/group-question.ts';

/** What lies around some nodes, by the named types only; all types where none is named. */
export interface AroundQuestion {
  around: readonly string[];
  types: readonly string[];
  /** How far from the nodes, 1 to 3. */
  hops: number;
}

/** What a link to this page opens. */
export interface Place {
  selection: Selection | null;
  question: PathQuestionInput | null;
  /** Parts of the question that cannot be read, by name; with any, the question is only what could be. */
  unread?: readonly string[];
  around?: AroundQuestion;
  group?: GroupQuestion;
  reading?: ReadingPlace;
}

const LISTS = ['via', 'types', 'avoidTypes', 'labels', 'avoidLabels', 'avoid', 'statuses'] as const;
const NUMBERS = ['k', 'maxLength'] as const;
const WORDS = ['from', 'to', 'mode', 'direction', 'asOf'] as const;
const ENDS: readonly string[] = ['from', 'to'];
const MOST_HOPS = 3;
const MOST_AROUND = 20;

/** The part of an address after `#`, with the `#`; empty for a place with nothing in it. */
export function hashOf({ selection, question, around, group, reading }: Place): string {
  const fields = new URLSearchParams();
  if (question) {
    const usual: PathQuestionInput = pathQuestionSchema.parse({ from: question.from, to: question.to });
    const isUsual = (name: keyof PathQuestionInput) =>
      !ENDS.includes(name) && JSON.stringify(question[name]) === JSON.stringify(usual[name]);
    for (const name of [...WORDS, ...NUMBERS]) {
      if (question[name] !== undefined && !isUsual(name)) fields.set(name, String(question[name]));
    }
    for (const name of LISTS) {
      if (!isUsual(name)) for (const value of question[name] ?? []) fields.append(name, value);
    }
  }
  if (around) {
    for (const id of around.around) fields.append('around', id);
    for (const type of around.types) fields.append('by', type);
    fields.set('hops', String(around.hops));
  }
  if (group) writeGroup(fields, group);
  if (reading) {
    fields.set('text', reading.documentId);
    if (reading.passageId !== undefined) fields.set('passage', reading.passageId);
    if (reading.start !== undefined && reading.end !== undefined)
      fields.set('words', `${reading.start}-${reading.end}`);
  }
  if (selection) fields.set(selection.kind === 'node' ? 'node' : 'link', selection.id);
  const written = fields.toString();
  return written === '' ? '' : `#${written}`;
}

/** Reads what `hashOf` wrote. What cannot be read is left out, and of a question it is named. */
export function placeOf(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const node = fields.get('node');
  const link = fields.get('link');
  const around = aroundOf(fields);
  const group = readGroup(fields);
  const reading = readingOf(fields);
  return {
    selection: link ? { kind: 'relationship', id: link } : node ? { kind: 'node', id: node } : null,
    ...questionOf(fields),
    ...(around ? { around } : {}),
    ...(group ? { group } : {}),
    ...(reading ? { reading } : {}),
  };
}

function questionOf(fields: URLSearchParams): Pick<Place, 'question' | 'unread'> {
  const given: Record<string, unknown> = {};
  for (const name of WORDS) if (fields.has(name)) given[name] = fields.get(name);
  for (const name of NUMBERS) if (fields.has(name)) given[name] = Number(fields.get(name));
  for (const name of LISTS) if (fields.has(name)) given[name] = fields.getAll(name);
  if (Object.keys(given).length === 0) return { question: null };
  const checked = pathQuestionSchema.safeParse(given);
  if (checked.success) return { question: checked.data };
  const unread = [...new Set(checked.error.issues.map(({ path }) => String(path[0])))];
  for (const name of unread) delete given[name];
  const rest = pathQuestionSchema.safeParse(given);
  return { question: rest.success ? rest.data : null, unread };
}

function aroundOf(fields: URLSearchParams): AroundQuestion | null {
  const around = fields.getAll('around').filter((id) => id !== '');
  if (around.length === 0 || around.length > MOST_AROUND) return null;
  const hops = Number(fields.get('hops') ?? 1);
  if (!Number.isInteger(hops) || hops < 1 || hops > MOST_HOPS) return null;
  return { around, types: fields.getAll('by').filter((type) => type !== ''), hops };
}

function readingOf(fields: URLSearchParams): ReadingPlace | null {
  const documentId = fields.get('text');
  if (!documentId) return null;
  const passageId = fields.get('passage');
  const words = /^(\d{1,7})-(\d{1,7})$/.exec(fields.get('words') ?? '');
  return {
    documentId,
    ...(passageId ? { passageId } : {}),
    ...(passageId && words ? { start: Number(words[1]), end: Number(words[2]) } : {}),
  };
}
