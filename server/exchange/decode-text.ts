import type { ImportProblems } from './import-problems.ts';

const ENOUGH = 1024;

/** What Windows-1252 has at 0x80 to 0x9f; some versions of Node.js decode it as ISO 8859-1, which has controls there. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function asWindows(text: string, encoding: string): string {
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (control) => WINDOWS[control.charCodeAt(0) - 0x80] ?? control);
}

/** The encoding that a file begins like: by its byte order mark, its zero bytes, or what its XML says of itself. */
export function guessEncoding(head: Uint8Array): string | undefined {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const even = head.subarray(0, 64).filter((byte, at) => at % 2 === 0 && byte === 0).length;
  const odd = head.subarray(0, 64).filter((byte, at) => at % 2 === 1 && byte === 0).length;
  if (odd > 4 && even === 0) return 'utf-16le';
  if (even > 4 && odd === 0) return 'utf-16be';
  const start = String.fromCharCode(...head.subarray(0, 200));
  const said = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]?.toLowerCase();
  // Programs that make XML as text write this into files that they then save as UTF-8.
  return said !== undefined && /^(utf-?16|utf-?32|ucs-?[24])/.test(said) ? 'utf-8' : said;
}

/** A whole file as text. What is no UTF-8 and says nothing of its encoding is taken for Windows-1252. */
export function decodeWhole(bytes: Uint8Array): { text: string; encoding: string } {
  const guess = guessEncoding(bytes.subarray(0, ENOUGH));
  if (guess !== undefined) return { text: new TextDecoder(guess).decode(bytes), encoding: guess };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const encoding = 'windows-1252';
    return { text: asWindows(new TextDecoder(encoding).decode(bytes), encoding), encoding };
  }
}

/** The text of a file as it comes; bytes that do not fit the encoding end it with a problem that says where. */
export async function* decodeStream(
  chunks: AsyncIterable<Uint8Array>,
  problems: ImportProblems,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding = 'utf-8';
  let held: Uint8Array[] = [];
  let line = 1;
  const decode = (bytes: Uint8Array | undefined): string => {
    try {
      const text =
        bytes === undefined ? (decoder?.decode() ?? '') : (decoder?.decode(bytes, { stream: true }) ?? '');
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
      return asWindows(text, decoder?.encoding ?? '');
    } catch {
      problems.stop(
        `has bytes that are no ${encoding.toUpperCase()} text, near this line; save it as UTF-8`,
        { line },
      );
    }
  };
  const begin = (): string => {
    const head = joinBytes(held);
    held = [];
    encoding = guessEncoding(head.subarray(0, ENOUGH)) ?? 'utf-8';
    try {
      decoder = new TextDecoder(encoding, { fatal: true });
    } catch {
      problems.stop(`is in the encoding "${encoding}", which is not known; save it as UTF-8`, { line: 1 });
    }
    return decode(head);
  };
  let size = 0;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      held.push(chunk);
      size += chunk.length;
      if (size >= ENOUGH) yield begin();
    } else yield decode(chunk);
  }
  if (decoder === undefined) yield begin();
  yield decode(undefined);
}

export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
