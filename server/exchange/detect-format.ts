/** What a file is, told by how it begins. */
export type FileKind = 'zip' | 'gzip' | 'xml' | 'json' | 'cypher' | 'table' | 'unknown';

/** Looks at the first bytes; a name counts only for what has no signature of its own. */
export function kindOfFile(head: Uint8Array, decoded: string, name: string): FileKind {
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const text = decoded.replace(/^\uFEFF/, '').trimStart();
  if (text === '') return 'unknown';
  if (text.startsWith('<')) return 'xml';
  if (/^[{[]/.test(text) && !looksLikeRow(text)) return 'json';
  if (isScript(text, name)) return 'cypher';
  if (/\.(csv|tsv)$/i.test(name)) return 'table';
  // Control characters other than white space are in no table.
  if ([...text.slice(0, 4096)].some((character) => character < ' ' && !'\t\n\r\f'.includes(character))) {
    return 'unknown';
  }
  return 'table';
}

/** Cypher begins in no way of its own, but Throughline says in the second line of a script that it wrote it. */
function isScript(text: string, name: string): boolean {
  return /\.(cypher|cql)$/i.test(name) || /^\/\/[^\n]*\n\/\/ Written by Throughline on \d/.test(text);
}

/** A first cell may begin with a bracket too: `[1],[2]`. */
function looksLikeRow(text: string): boolean {
  const line = text.split(/\r\n|\r|\n/, 1)[0] ?? '';
  return /^\[[^{}"]*\][,;\t]/.test(line);
}

const OTHERS: readonly [begins: RegExp, name: string][] = [
  [/^(?:\s|#[^\n]*\n|(?:Creator|Version|comment)\b[^\n]*\n)*graph\s*\[/i, 'GML'],
  [/^\s*\*(?:vertices|network)\b/i, 'a file of Pajek'],
  [/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:strict\s+)?(?:di)?graph\b[^\n{;,]*\{/i, 'DOT of Graphviz'],
];

/** The name of a format of graphs that is known by its beginning, but not read. */
export function otherFormat(decoded: string): string | undefined {
  return OTHERS.find(([begins]) => begins.test(decoded.replace(/^\uFEFF/, '')))?.[1];
}
