export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet reads as a number or as a word; `-Infinity` would be a formula. */
const NUMBER = /^(-?\d+(\.\d+)?(e[+-]?\d+)?|Infinity)$/;

/** The text as UTF-8 holds it: U+FFFD for lone surrogates. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A cell of RFC 4180; `""` is an empty text, and an empty cell is none. */
export function quoted(text: string): string {
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet takes a cell that begins so for a formula; a leading apostrophe tells it that it is text. */
export function harmless(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n']/.test(text) ? `'${text}` : text;
}

/** A cell for people and spreadsheets: text is made harmless, numbers are left alone. */
export function safeCell(text: string | undefined, isNumber: boolean): string {
  if (text === undefined) return '';
  return isNumber && NUMBER.test(text) ? text : quoted(harmless(text));
}
