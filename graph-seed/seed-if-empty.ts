import { openLoader } from '../server/database/open-database.ts';
import type { Settings } from '../server/settings.ts';
import { documentsFolder } from './documents-folder.ts';
import { loadDataset } from './load-dataset.ts';
import { readDatasets } from './read-dataset.ts';
import { countLine, problemLines } from './seed-report.ts';

/**
 * Loads the documents that come with the project into the embedded engine when it holds nothing; a Neo4j is
 * only ever loaded by the seed script. `log` gets plain lines. Rejects when the data folder cannot be written
 * or the documents have problems, with a message for a person.
 */
export async function seedIfEmpty(settings: Settings, log: (line: string) => void): Promise<void> {
  if (settings.neo4j !== undefined) return;
  const loader = openLoader(settings);
  try {
    if (!(await loader.isEmpty())) return;
    log('No graph is loaded yet: loading the documents that come with Throughline');
    const result = await readDatasets([documentsFolder()]);
    if ('problems' in result) throw new Error(problemLines(result.problems, result.total).join('\n'));
    await loadDataset(result.dataset, loader);
    log(countLine(result.dataset));
  } finally {
    await loader.close();
  }
}
