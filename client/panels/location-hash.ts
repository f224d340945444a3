import { type PathQuestionInput, pathQuestionSchema } from '../../server/contract/paths.ts';
import type { Selection } from '../workspace/workspace.ts';

/** What a link to this page opens: a question, a selection, or both. */
export interface Place {
  selection: Selection | null;
  question: PathQuestionInput | null;
}

const LISTS = ['via', 'types', 'avoidTypes', 'labels', 'avoidLabels', 'avoid', 'statuses'] as const;
const NUMBERS = ['k', 'maxLength'] as const;
const WORDS = ['from', 'to', 'mode', 'direction', 'asOf'] as const;

/** The part of an address after `#`, with the `#`; empty for a place with nothing in it. */
export function hashOf({ selection, question }: Place): string {
  const fields = new URLSearchParams();
  if (question) {
    for (const name of WORDS) if (question[name] !== undefined) fields.set(name, question[name]);
    for (const name of NUMBERS) if (question[name] !== undefined) fields.set(name, String(question[name]));
    for (const name of LISTS) for (const value of question[name] ?? []) fields.append(name, value);
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
  return {
    selection: link ? { kind: 'relationship', id: link } : node ? { kind: 'node', id: node } : null,
    question: fields.has('from') && fields.has('to') ? questionOf(fields) : null,
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
