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

/** How the id of each element is written; ids that differ only in what XML cannot hold stay apart by a number. */
export function xmlIds(elements: readonly { id: string }[]): (id: string) => string {
  const written = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of elements) {
    let free = xmlText(id);
    for (let number = 2; taken.has(free); number += 1) free = `${xmlText(id)}_${number}`;
    taken.add(free);
    written.set(id, free);
  }
  return (id) => written.get(id) ?? xmlText(id);
}
