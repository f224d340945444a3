import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Dataset } from '../dataset.ts';
import { splitPassages } from '../locate-quotes.ts';
import { decodeText } from '../text-file.ts';
import { draftDataset, slugOf } from './draft-dataset.ts';
import { writeDraft } from './write-draft.ts';

/** A text that cannot be drafted; the message says why. */
export class DraftRefused extends Error {
  override name = 'DraftRefused';
}

/** About a thousand pages, which take a minute or so. */
const LONGEST = 2_000_000;

export interface DraftRequest {
  /** The text file. */
  path: string;
  /** The folder to make; nothing may be there. */
  out: string;
  /** What other documents know; undefined to start from nothing. */
  known: Dataset | undefined;
}

/**
 * Writes a folder with a copy of the text and a graph.yaml of proposals. Answers with how many there are.
 * Rejects with `DraftRefused`.
 */
export async function draftFolder({
  path,
  out,
  known,
}: DraftRequest): Promise<{ entities: number; relationships: number }> {
  const text = await readText(path);
  const id = slugOf(basename(out)) || 'document';
  if (known?.documents.some((document) => document.id === id)) {
    throw new DraftRefused(`There is a document ${id} already: choose another folder name with --out`);
  }
  const passages = splitPassages(id, text);
  if (passages.length === 0) throw new DraftRefused(`${path} holds no text`);
  const draft = draftDataset(passages, {
    document: id,
    known: known?.entities ?? [],
    taken: new Set(known === undefined ? [] : idsOf(known)),
  });
  const title = /^\s*# ([^\n]*\S)/.exec(text)?.[1] ?? basename(path, extname(path));
  const head = { id, title, text: `${id}.txt` };
  await makeFolder(out, { [head.text]: text, 'graph.yaml': writeDraft(head, draft, passages) });
  return { entities: draft.entities.length, relationships: draft.relationships.length };
}

/** A folder named after the text, where the person stands. */
export function folderNameOf(path: string): string {
  return slugOf(basename(path, extname(path))) || 'draft';
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new DraftRefused(`The text ${path} cannot be read (${error.code})`);
  });
  const decoded = decodeText(bytes);
  if ('badLine' in decoded) throw new DraftRefused(`${path} is not UTF-8 text (line ${decoded.badLine})`);
  if (decoded.text.length > LONGEST) {
    throw new DraftRefused(
      `${path} has ${decoded.text.length} characters; a draft takes at most ${LONGEST}: split it into documents`,
    );
  }
  return decoded.text;
}

function idsOf({ documents, entities }: Dataset): string[] {
  return [...documents, ...entities].map(({ id }) => id);
}

async function makeFolder(folder: string, files: Record<string, string>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw new DraftRefused(`${folder} cannot be made (${error.code})`);
    throw new DraftRefused(`${folder} is there already: nothing was written; name another with --out`);
  });
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
