import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { DatasetEntity } from '../../graph-seed/dataset.ts';
import { draftDataset } from '../../graph-seed/draft/draft-dataset.ts';
import { splitPassages } from '../../graph-seed/locate-quotes.ts';
import { readDatasets } from '../../graph-seed/read-dataset.ts';
import { datasetOf } from '../fixtures/dataset-folder.ts';
import { readSummitArticle } from '../fixtures/summit-article.ts';

const folder = fileURLToPath(new URL('../../graph-seed/documents/us-japan-summit-2023', import.meta.url));
const KINDS = ['Person', 'Country', 'Institution', 'Place', 'Agreement', 'Document'];
const article = readSummitArticle();

const plain = (text: string) => text.replaceAll('’', "'");
const namesOf = ({ name, aliases }: { name: string; aliases: string[] }) => [name, ...aliases].map(plain);

function standsIn(name: string, text: string): boolean {
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

describe.skipIf(article === undefined)('a draft of the article, with nothing known', () => {
  it('finds at least four of five named things of the graph', async () => {
    const text = plain(article?.text ?? '');
    const { entities } = datasetOf(await readDatasets([folder]));
    const isNamed = (entity: DatasetEntity) => namesOf(entity).some((name) => standsIn(name, text));
    const named = entities.filter((entity) => KINDS.includes(entity.kind) && isNamed(entity));
    const draft = draftDataset(splitPassages('article', article?.text ?? ''), {
      document: 'article',
      known: [],
      taken: new Set(),
    });

    const proposed = new Map(
      draft.entities.flatMap((entity) => namesOf(entity).map((name) => [name, entity])),
    );
    const finding = (entity: DatasetEntity) => namesOf(entity).flatMap((name) => proposed.get(name) ?? []);
    const found = named.filter((entity) => finding(entity).length > 0);
    const rightKind = found.filter((entity) => finding(entity).some(({ kind }) => kind === entity.kind));
    const all = new Set(entities.flatMap(namesOf));
    const right = draft.entities.filter((entity) => namesOf(entity).some((name) => all.has(name)));
    const missed = named.filter((entity) => !found.includes(entity)).map(({ name }) => name);
    const percent = (part: unknown[], whole: unknown[]) =>
      `${part.length} of ${whole.length} (${Math.round((100 * part.length) / whole.length)} %)`;
    console.info(
      `The draft of the article finds ${percent(found, named)} of the named things, ${percent(rightKind, named)} with ` +
        `the kind of the graph; missed: ${missed.join(', ') || 'none'}. ` +
        `Of its proposals ${percent(right, draft.entities)} are in the graph.`,
    );
    expect(named.length).toBeGreaterThan(40);
    expect(found.length / named.length).toBeGreaterThanOrEqual(0.8);
  });
});
