import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Dataset, DatasetDocument } from './dataset.ts';
import { decodeText } from './text-file.ts';

/** A text that a document retells, known by its SHA-256. */
export interface OriginalText {
  /** The document that retells it. */
  document: DatasetDocument;
  title: string;
  passages: OriginalPassage[];
}

export interface OriginalPassage {
  text: string;
  /** UTF-16 code units from the start of the whole text: what the spans of evidence count from. */
  offset: number;
}

/** An original that cannot be used; the message says which and why. */
export class WrongOriginal extends Error {
  override name = 'WrongOriginal';
}

/** Reads the text at `path` as the original of the document that names its SHA-256. Rejects with `WrongOriginal`. */
export async function readOriginal(path: string, dataset: Dataset): Promise<OriginalText> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new WrongOriginal(`The original ${path} cannot be read (${error.code})`);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = dataset.documents.filter((document) => document.original !== undefined);
  const document = known.find(({ original }) => original?.sha256.toLowerCase() === sha256);
  if (document?.original === undefined) throw new WrongOriginal(wrongHash(path, sha256, known));
  const decoded = decodeText(bytes);
  if ('badLine' in decoded) {
    throw new WrongOriginal(`The original ${path} is not UTF-8 text (line ${decoded.badLine})`);
  }
  return { document, title: document.original.title, passages: splitOriginal(decoded.text) };
}

/** The paragraphs of a text, between blank lines, without the white space around them. */
export function splitOriginal(text: string): OriginalPassage[] {
  const passages: OriginalPassage[] = [];
  let start = 0;
  for (const gap of [...text.matchAll(/\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+/g), undefined]) {
    const block = text.slice(start, gap?.index);
    const trimmed = block.trim();
    if (trimmed !== '') passages.push({ text: trimmed, offset: start + block.indexOf(trimmed) });
    start = (gap?.index ?? 0) + (gap?.[0].length ?? 0);
  }
  return passages;
}

function wrongHash(path: string, sha256: string, known: readonly DatasetDocument[]): string {
  if (known.length === 0) return `No document of the dataset names an original, so ${path} cannot be one`;
  const wanted = known.map(({ id, original }) => `${original?.sha256} for the original of ${id}`);
  return `${path} is not the original: its SHA-256 is ${sha256}, wanted is ${wanted.join(', or ')}`;
}
