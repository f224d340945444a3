import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  name: string;
  content: AsyncIterable<string>;
}

/** A zip archive, one entry after another, given out while it is made. `mtime` is ISO 8601. */
export async function* zipStream(entries: readonly ZipEntry[], mtime: string): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const taken = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for (const { name, content } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = mtime;
    zip.add(entry);
    for await (const text of content) {
      entry.push(strToU8(text));
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** A text that is there already as the content of an entry. */
export async function* textEntry(text: string): AsyncGenerator<string> {
  yield text;
}
