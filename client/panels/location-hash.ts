import { type PathQuestionInput, pathQuestionSchema } from '../../server/contract/paths.ts';
import type { Selection } from '../workspace/workspace.ts';
import type { ReadingPlace } from './reading-place.ts';

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
  around?: AroundQuestion;
  reading?: ReadingPlace;
}

const LISTS = ['via', 'types', 'avoidTypes', 'labels', 'avoidLabels', 'avoid', 'statuses'] as const;
const NUMBERS = ['k', 'maxLength'] as const;
const WORDS = ['from', 'to', 'mode', 'direction', 'asOf'] as const;
const MOST_HOPS = 3;
const MOST_AROUND = 20;

/** The part of an address after `#`, with the `#`; empty for a place with nothing in it. */
export function hashOf({ selection, question, around, reading }: Place): string {
  const fields = new URLSearchParams();
  if (question) {
    for (const name of WORDS) if (question[name] !== undefined) fields.set(name, question[name]);
    for (const name of NUMBERS) if (question[name] !== undefined) fields.set(name, String(question[name]));
    for (const name of LISTS) for (const value of question[name] ?? []) fields.append(name, value);
  }
  if (around) {
    for (const id of around.around) fields.append('around', id);
    for (const type of around.types) fields.append('by', type);
    fields.set('hops', String(around.hops));
  }
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

/** Reads what `hashOf` wrote. What cannot be read is left out. */
export function placeOf(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const node = fields.get('node');
  const link = fields.get('link');
  const around = aroundOf(fields);
  const reading = readingOf(fields);
  return {
    selection: link ? { kind: 'relationship', id: link } : node ? { kind: 'node', id: node } : null,
    question: fields.has('from') && fields.has('to') ? questionOf(fields) : null,
    ...(around ? { around } : {}),
    ...(reading ? { reading } : {}),
  };
}

function questionOf(fields: URLSearchParams): PathQuestionInput | null {
  const question: Record<string, unknown> = {};
  for (const name of WORDS) if (fields.has(name)) question[name] = fields.get(name);
  for (const name of NUMBERS) if (fields.has(name)) question[name] = Number(fields.get(name));
  for (const name of LISTS) if (fields.has(name)) question[name] = fields.getAll(name);
  const checked = pathQuestionSchema.safeParse(question);
  return checked.success ? checked.data : null;
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
