import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDatasets } from '../../graph-seed/read-dataset.ts';
import { isNodeKind, isRelationshipType } from '../../graph-seed/vocabulary.ts';
import type { Evidence } from '../../server/contract/evidence.ts';
import { datasetOf } from '../fixtures/dataset-folder.ts';
import { readSummitArticle } from '../fixtures/summit-article.ts';

const folder = fileURLToPath(new URL('../../graph-seed/documents/us-japan-summit-2023', import.meta.url));
const dataset = datasetOf(await readDatasets([folder]));
const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
const article = readSummitArticle();

describe('the graph of the US-Japan summit', () => {
  it('has the nine passages of the article', () => {
    expect(dataset.documents[0]?.passages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('uses the vocabulary', () => {
    expect(dataset.entities.filter(({ kind }) => !isNodeKind(kind))).toEqual([]);
    expect(dataset.relationships.filter(({ type }) => !isRelationshipType(type))).toEqual([]);
  });

  it('shows words and their span of the article for every entity and relationship that the text speaks of', () => {
    const claims = [
      ...dataset.entities,
      ...dataset.relationships.filter(({ status }) => status !== 'background'),
    ];
    for (const { id, evidence } of claims) {
      expect(evidence, id).not.toEqual([]);
      for (const { original } of evidence) expect(original, id).toBeDefined();
    }
  });

  it('links every entity by something that may be part of a path', () => {
    const linked = new Set(
      dataset.relationships
        .filter(({ status }) => status !== 'negated' && status !== 'background')
        .flatMap(({ source, target }) => [source, target]),
    );
    expect([...entities.keys()].filter((id) => !linked.has(id))).toEqual([]);
  });

  it('states each relationship as one sentence that names both ends', () => {
    const unnamed = dataset.relationships.flatMap(({ id, source, target, statement }) =>
      [source, target]
        .filter((end) => !namesOneOf(statement, end))
        .map((end) => `${id} ${end}: ${statement}`),
    );
    expect(unnamed).toEqual([]);
    expect(dataset.relationships.filter(({ statement }) => !/^[A-Z].*[^.]\.$/.test(statement))).toEqual([]);
  });

  it('does not say the same thing twice', () => {
    const said = dataset.relationships.map(
      ({ source, type, target, statement }) => `${source} ${type} ${target}: ${statement}`,
    );
    expect(said).toEqual([...new Set(said)]);
  });
});

describe.skipIf(article === undefined)('the graph against its article', () => {
  const { bytes, text, sample } = article ?? { bytes: new Uint8Array(), text: '', sample: undefined };
  const relationshipsOf = (link: { from: string; type: string; to: string }) =>
    dataset.relationships.filter(
      ({ source, type, target }) => source === link.from && type === link.type && target === link.to,
    );

  it('names the article by its SHA-256', () => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(dataset.documents[0]?.original?.sha256).toBe(sha256);
  });

  it('points into the paragraph that the passage retells', () => {
    const paragraphs = paragraphSpans(text);
    for (const { id, evidence } of [...dataset.entities, ...dataset.relationships]) {
      for (const { passage, original } of evidence) {
        const [start, end] = original ?? [-1, -1];
        const paragraph = paragraphs[Number(passage.split('.p')[1]) - 1];
        const inside = paragraph !== undefined && start >= paragraph.start && end <= paragraph.end;
        expect(inside, `${id} ${passage} ${start}-${end}`).toBe(true);
        expect(text.slice(start, end), id).toMatch(/^[\p{L}\d(].*[\p{L}\d)%]$/su);
        expect(text.slice(start - 1, start + 1), `${id} begins within a word`).not.toMatch(/[\p{L}\d]{2}/u);
        expect(text.slice(end - 1, end + 1), `${id} ends within a word`).not.toMatch(/[\p{L}\d]{2}/u);
      }
    }
  });

  it('holds every entity of the sample', () => {
    for (const { id, kind, name, aliases } of sample?.entities ?? []) {
      const ours = entities.get(id);
      expect(ours, id).toMatchObject({ id, kind, name });
      expect(ours?.aliases, id).toEqual(expect.arrayContaining(aliases.filter((alias) => alias !== name)));
    }
  });

  it('holds every relationship of the sample, resting on the same words of the article', () => {
    for (const theirs of sample?.relations ?? []) {
      const ours = relationshipsOf(theirs).find(({ status }) => status === theirs.status);
      expect(ours, theirs.id).toBeDefined();
      expect(ours?.speaker ?? null, theirs.id).toBe(theirs.speaker);
      expect(
        ours?.evidence.some((evidence) => overlaps(evidence, theirs)),
        theirs.id,
      ).toBe(true);
      if (theirs.date === 'within five years')
        expect(ours?.properties, theirs.id).toMatchObject({ within: 'P5Y' });
      else if (theirs.date !== null) expect(ours?.date, theirs.id).toBe(theirs.date);
    }
  });

  it('holds what the sample adds from elsewhere, as background with its reason', () => {
    for (const theirs of sample?.background ?? []) {
      const background = { status: 'background', properties: { reason: expect.any(String) } };
      expect(relationshipsOf(theirs), theirs.id).toContainEqual(expect.objectContaining(background));
    }
  });

  it('answers every path question of the sample', () => {
    for (const { id, chain, needs_background } of sample?.path_questions ?? []) {
      for (const [index, to] of chain.slice(1).entries()) {
        const hop = dataset.relationships.filter(
          ({ source, target, status }) =>
            [source, target].includes(chain[index] ?? '') &&
            [source, target].includes(to) &&
            status !== 'negated' &&
            (status !== 'background' || needs_background === true),
        );
        expect(hop, `${id}: ${chain[index]} to ${to}`).not.toEqual([]);
      }
    }
  });

  it('is told in words of its own', () => {
    const own = [
      ...(dataset.documents[0]?.passages.map((passage) => passage.text) ?? []),
      ...dataset.entities.map(({ summary }) => summary),
      ...dataset.relationships.map(({ statement }) => statement),
    ];
    expect(own.flatMap((words) => sharedRuns(words, text, 7))).toEqual([]);
  });
});

/**
 * Runs of words, in small letters and without punctuation, that stand in both texts. No name or title in the
 * article has seven words, so none needs an exception.
 */
function sharedRuns(own: string, theirs: string, length: number): string[] {
  const known = new Set(runsOf(theirs, length));
  return runsOf(own, length).filter((run) => known.has(run));
}

function runsOf(text: string, length: number): string[] {
  const words = plainWords(text);
  return words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));
}

function plainWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\d%]+/gu) ?? []
  );
}

/** Whether a sentence holds a telling word of an entity's name or of one of its aliases. */
function namesOneOf(sentence: string, id: string): boolean {
  const entity = entities.get(id);
  const names = plainWords([entity?.name, ...(entity?.aliases ?? [])].join(' '));
  const known = new Set(
    names.filter((word) => word.length > 3 || /^(uk|us|g|un|war)$|\d/.test(word)).map(stem),
  );
  return plainWords(sentence).some((word) => known.has(stem(word)));
}

/** Enough of a word to know it again in another form. */
function stem(word: string): string {
  return word.replace(/(ese|ing|ed|s|n)$/, '').slice(0, 6);
}

function overlaps({ original }: Evidence, span: { start: number; end: number }): boolean {
  return original !== undefined && original[0] < span.end && span.start < original[1];
}

function paragraphSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+(\n(?!\n)[^\n]+)*/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}
