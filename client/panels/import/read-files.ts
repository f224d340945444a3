import type { ImportAnswer, TableChoices } from '../../../server/contract/imports.ts';
import { type SendingProgress, sendFile } from '../../api/send-file.ts';

export interface Wish {
  tables: TableChoices;
  /** Into the database under this name, with the token; left out, the graph is only read. */
  load?: { dataset: string; token: string };
  onProgress(progress: SendingProgress): void;
  signal: AbortSignal;
}

/** Has files read by the server: one as it is, several as a zip. Rejects as `sendFile` does. */
export async function readFiles(
  files: readonly File[],
  { tables, load, onProgress, signal }: Wish,
): Promise<ImportAnswer> {
  const [only] = files;
  const body = files.length === 1 && only ? only : await zipped(files);
  signal.throwIfAborted();
  return sendFile(body, {
    query: {
      into: load === undefined ? 'workspace' : 'database',
      name: nameOf(files),
      ...(load === undefined ? {} : { dataset: load.dataset }),
      ...(Object.keys(tables).length === 0 ? {} : { tables: JSON.stringify(tables) }),
    },
    token: load?.token,
    onProgress,
    signal,
  });
}

/** What several files are called together. */
export function nameOf(files: readonly File[]): string {
  const [first] = files;
  return files.length > 1 ? `${stemOf(first?.name ?? '')}.zip` : (first?.name ?? 'file');
}

/** The name of a file without its endings. */
export function stemOf(name: string): string {
  return (
    name.replace(/(\.(zip|gz|json|gexf|graphml|xml|csv|tsv|txt|edges|edgelist|cypher|cql))+$/i, '') || name
  );
}

async function zipped(files: readonly File[]): Promise<Blob> {
  const { zip } = await import('fflate');
  const contents: Record<string, Uint8Array> = {};
  for (const file of files) contents[file.name] = new Uint8Array(await file.arrayBuffer());
  const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) =>
    zip(contents, { level: 1 }, (error, data) => (error ? reject(error) : resolve(new Uint8Array(data)))),
  );
  return new Blob([bytes]);
}
