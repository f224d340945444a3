import type { Dataset, DatasetProblem } from './dataset.ts';
import { ProblemList } from './dataset-problems.ts';
import { mergeDocuments } from './merge-documents.ts';
import { type DatasetFolder, parseDocument } from './parse-document.ts';

/** A dataset without any problem, or what is wrong with it: the first problems, and how many there are in all. */
export type DatasetResult = { dataset: Dataset } | { problems: DatasetProblem[]; total: number };

/**
 * Turns the files of documents into one checked dataset: shapes, names and dates are right, every quote was
 * found word for word, and documents that share entities agree. Pure; reading files is `readDatasets`.
 */
export function parseDataset(folders: readonly DatasetFolder[]): DatasetResult {
  const problems = new ProblemList();
  const parts = folders.flatMap((folder) => parseDocument(folder, problems) ?? []);
  const dataset = mergeDocuments(parts, problems);
  return problems.total === 0 ? { dataset } : { problems: problems.sorted(), total: problems.total };
}
