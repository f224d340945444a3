const SPECIAL = /[\\`*_[\]<>&#|~$]/g;
/** At the beginning of a line these would begin a list, a rule or a heading. */
const BEGINS_BLOCK = /^(?:[-+=]|\d+(?=[.)]))/;

/** Any text as one line of plain words of CommonMark and GitHub's dialect: nothing in it is markup. */
export function plainInMarkdown(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(SPECIAL, '\\$&')
    .replace(BEGINS_BLOCK, (start) => (/\d/.test(start) ? `${start}\u200b` : `\\${start}`));
}
