import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type SavedView, VIEW_ID } from '../contract/saved-view.ts';

/** One view may have so many bytes. */
export const MOST_VIEW_BYTES = 1_048_576;

export class ViewTooLarge extends Error {
  override name = 'ViewTooLarge';
}
/** All views together would be more than is allowed. */
export class ViewsFull extends Error {
  override name = 'ViewsFull';
}

/**
 * Views in a folder, one file each, named by its content: the same view is kept once, and no file ever changes. The folder is
 * made when the first view comes.
 */
export class ViewStore {
  readonly #folder: string;
  readonly #mostBytes: number;
  /** Writes take turns, so that the sum of the sizes stays true. */
  #turn: Promise<unknown> = Promise.resolve();
  #used: number | undefined;

  constructor(folder: string, mostBytes: number) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  /** Resolves to the id. Rejects with `ViewTooLarge` or `ViewsFull`. */
  keep(view: SavedView): Promise<string> {
    const turn = this.#turn.then(() => this.#write(view));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** What is kept under an id, as it was written; undefined where there is nothing. */
  async read(id: string): Promise<unknown> {
    if (!VIEW_ID.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(this.#file(id), 'utf8'));
    } catch (error) {
      if (isMissing(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  #file(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  async #write(view: SavedView): Promise<string> {
    const written = Buffer.from(JSON.stringify(view));
    if (written.length > MOST_VIEW_BYTES) throw new ViewTooLarge(`${written.length} bytes`);
    const id = createHash('sha256').update(written).digest('base64url').slice(0, 22);
    const used = this.#used ?? (await this.#measure());
    this.#used = used;
    if ((await this.#size(id)) !== undefined) return id;
    if (used + written.length > this.#mostBytes) throw new ViewsFull(`${used} bytes are used`);
    await mkdir(this.#folder, { recursive: true });
    const unfinished = join(this.#folder, `${randomUUID()}.part`);
    try {
      await writeFile(unfinished, written, { flag: 'wx' });
      await rename(unfinished, this.#file(id));
    } finally {
      await rm(unfinished, { force: true });
    }
    this.#used = used + written.length;
    return id;
  }

  async #size(id: string): Promise<number | undefined> {
    try {
      return (await stat(this.#file(id))).size;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** Bytes of all views there are; what writes that were cut off left behind is removed. */
  async #measure(): Promise<number> {
    let bytes = 0;
    const names = await readdir(this.#folder).catch((error) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const name of names) {
      if (name.endsWith('.part')) await rm(join(this.#folder, name), { force: true });
      else bytes += (await this.#size(name.replace(/\.json$/, ''))) ?? 0;
    }
    return bytes;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
