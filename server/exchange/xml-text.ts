// What XML 1.0 cannot hold in any form: most control characters, lone surrogates, U+FFFE and U+FFFF.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Written plainly, readers turn them into spaces (in attributes) or into plain line feeds.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};

/** The text with U+FFFD for every character that XML 1.0 cannot hold. */
export function writableText(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD');
}

/** The text made safe for an attribute's value and for the inside of an element. */
export function xmlText(text: string): string {
  return writableText(text).replace(
    /[&<>"\t\n\r\u0085\u2028]/g,
    (character) => ESCAPES[character] ?? character,
  );
}

/** Lines as a comment; nothing in them ends it. */
export function xmlComment(lines: readonly string[]): string {
  const safe = lines.map((line) => `  ${writableText(line).replace(/-(?=-)/g, '- ')}\n`);
  return `<!--\n${safe.join('')}-->\n`;
}
