import { countryCalled } from './country-names.ts';
import { canBeName, type NamePart } from './name-parts.ts';
import { kindOfHead, LIST_HEADS, NAME_PARTICLES, NUMBERED, TITLES } from './name-words.ts';

/** Places of parts that make one name: from, and up to but without. */
export interface NameRun {
  from: number;
  to: number;
}

/** Finds stretches of parts that read as one name: Department of Homeland Security, Article 5, Ban Ki-moon. */
export function findNameRuns(parts: readonly NamePart[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let from = 0; from < parts.length; ) {
    const first = parts[from];
    if (first === undefined || !canBeName(first)) {
      from += 1;
      continue;
    }
    const to = endOfRun(parts, from);
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

function endOfRun(parts: readonly NamePart[], from: number): number {
  let to = from + 1;
  for (;;) {
    const step = stepFrom(parts, from, to);
    if (step === 0) return to;
    to += step;
  }
}

/** How many parts from `to` on still belong to the name that began at `from`. */
function stepFrom(parts: readonly NamePart[], from: number, to: number): number {
  const [last, next, second, third] = [parts[to - 1], parts[to], parts[to + 1], parts[to + 2]];
  if (last === undefined || next === undefined || last.isPossessive) return 0;
  const run = parts.slice(from, to);
  if (isList(run) && next.gap.trim() === ',' && closesList(parts, to)) return 1;
  if (!isSpace(next.gap)) return 0;
  if (canBeName(next)) return 1;
  if (NUMBERED.has(last.text.toLowerCase()) && /^\d+$/.test(next.text)) return 1;
  const word = next.text.toLowerCase();
  if (second === undefined || !isSpace(second.gap)) return 0;
  const isParticle = NAME_PARTICLES.has(next.text);
  if (isParticle && canBeName(second)) return 2;
  if (joins(word, run) && canBeName(second)) return 2;
  const article = second.text === 'the' || NAME_PARTICLES.has(second.text);
  if (
    (joins(word, run) || isParticle) &&
    article &&
    third !== undefined &&
    isSpace(third.gap) &&
    canBeName(third)
  )
    return 3;
  if (word === 'and' && isList(run) && canBeName(second) && !isCountry(second)) return 2;
  return 0;
}

/** "of" joins nearly any name; "for", "on" and "to" only what a body or a treaty is for. */
function joins(word: string, run: readonly NamePart[]): boolean {
  if (word === 'of') return !run.every((part) => isCountry(part) || TITLES.has(part.text.toLowerCase()));
  const head = run.at(-1)?.text ?? '';
  return ['for', 'on', 'against'].includes(word) && kindOfHead(head) !== undefined;
}

/** Ministry of Trade …: what may go on with a comma or "and". */
function isList(run: readonly NamePart[]): boolean {
  const of = run.findIndex(({ text }) => ['of', 'for', 'on'].includes(text));
  return of > 0 && LIST_HEADS.has(run[of - 1]?.text.toLowerCase() ?? '');
}

/** Whether a list that goes on behind a comma soon ends in "and" and a last name. */
function closesList(parts: readonly NamePart[], to: number): boolean {
  for (let place = to; place < to + 8; place += 1) {
    const [part, next, last] = [parts[place], parts[place + 1], parts[place + 2]];
    if (part === undefined || !canBeName(part) || isCountry(part)) return false;
    if (next === undefined || last === undefined) return false;
    if (next.text === 'and' && /^,?\s+$/.test(next.gap)) return canBeName(last) && !isCountry(last);
    if (!/^,?\s+$/.test(next.gap)) return false;
  }
  return false;
}

function isCountry({ text }: NamePart): boolean {
  return countryCalled(text) !== undefined;
}

function isSpace(gap: string): boolean {
  return /^[^\S\n]*\n?[^\S\n]*$/.test(gap) && gap !== '';
}
