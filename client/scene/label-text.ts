import { plainType } from '../look/words.ts';

const ONE_LINE = 28;
const LONGEST_LINE = 34;

function shorten(line: string): string {
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE - 1).trimEnd()}…`;
}

/** One line up to 28 characters, then two of about the same length; longer ones end in an ellipsis. */
export function labelLines(caption: string): string[] {
  const text = caption.replace(/\s+/g, ' ').trim();
  if (text.length <= ONE_LINE) return text === '' ? [] : [text];
  const middle = text.length / 2;
  let best = -1;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) {
    if (best === -1 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  }
  if (best === -1) return [shorten(text)];
  return [shorten(text.slice(0, best)), shorten(text.slice(best + 1))];
}

/** Breaks a text at spaces into lines of at most so many characters; a longer word keeps its own line. */
export function breakText(text: string, longest: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const STATUS_PREFIX: Readonly<Record<string, string>> = {
  planned: 'planned: ',
  negated: 'denied: ',
  background: 'background: ',
};

/** What is written beside a relationship: its type in plain words, and how it stands unless it is plainly stated. */
export function relationshipWords(type: string, status: string): string {
  return `${(Object.hasOwn(STATUS_PREFIX, status) && STATUS_PREFIX[status]) || ''}${plainType(type)}`;
}

/** Label size in pixels, 11 to 16, by the radius that a node has at natural size. */
export function labelSize(radius: number): number {
  return Math.round(Math.min(16, Math.max(11, 11 + ((radius - 8) / 10) * 5)) * 2) / 2;
}
