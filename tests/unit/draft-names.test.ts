import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findKnownNames } from '../../graph-seed/draft/find-known-names.ts';
import { findNames } from '../../graph-seed/draft/find-names.ts';
import { findValues } from '../../graph-seed/draft/find-values.ts';
import { tagSentences } from '../../graph-seed/draft/tag-words.ts';
import { splitPassages } from '../../graph-seed/locate-quotes.ts';

const thingsIn = (text: string) =>
  findNames(
    splitPassages('x', text).map((passage) => ({ ...passage, sentences: tagSentences(passage.text) })),
  );

/** `Kind: Name | alias | alias`, in the order of the text. */
const namesIn = (text: string) =>
  thingsIn(text).map(({ kind, name, aliases }) => `${kind}: ${[name, ...aliases].join(' | ')}`);

describe('names of a text that nobody knows', () => {
  it.each([
    [
      'titles, surnames and possessives',
      'Chancellor Angela Merkel met President Emmanuel Macron. Macron’s plan pleased Merkel.',
      ['Person: Angela Merkel | Merkel', 'Person: Emmanuel Macron | Macron'],
    ],
    [
      'particles and hyphens within a name',
      'We saw Jean-Yves Le Drian and Ursula von der Leyen there.',
      ['Person: Jean-Yves Le Drian', 'Person: Ursula von der Leyen'],
    ],
    [
      'bodies with "of", commas and "and"',
      'She left the Department of Homeland Security for the Ministry of Trade, Energy and Labour.',
      ['Institution: Department of Homeland Security', 'Institution: Ministry of Trade, Energy and Labour'],
    ],
    [
      'short forms in brackets',
      'The Organization for Security and Co-operation in Europe (OSCE) met. The OSCE agreed.',
      ['Institution: Organization for Security and Co-operation in Europe | OSCE', 'Place: Europe'],
    ],
    [
      'short forms that are spelled out elsewhere',
      'NATO grew. The North Atlantic Treaty Organization was small once.',
      ['Institution: North Atlantic Treaty Organization | NATO'],
    ],
    [
      'the names of one country',
      'The United Kingdom left. Then Great Britain and the UK signed with the US and America.',
      ['Country: United Kingdom | Great Britain | UK', 'Country: United States | US | America'],
    ],
    [
      'pairs with a hyphen, and what only looks like one',
      'The Paris-Berlin line and the Trans-Caspian Treaty cross the Poland-Germany border.',
      [
        'Place: Paris',
        'Place: Berlin',
        'Agreement: Trans-Caspian Treaty',
        'Country: Poland',
        'Country: Germany',
      ],
    ],
    [
      'a body with its country',
      'A ship of the US Coast Guard sank.',
      ['Country: United States | US', 'Institution: US Coast Guard | Coast Guard'],
    ],
    [
      'agreements and their articles',
      'Article 50 of the Treaty of Lisbon was used, and the Kyoto Protocol was not.',
      ['Agreement: Article 50 of the Treaty of Lisbon', 'Agreement: Kyoto Protocol'],
    ],
    [
      'things in small letters by the word that tells their kind',
      'They gave out a joint statement on the new security treaty near the northern islands.',
      ['Document: joint statement', 'Agreement: security treaty', 'Place: northern islands'],
    ],
    ['groups by number', 'The G-20 and the 2+2 met.', ['Institution: G-20', 'Institution: 2+2']],
    [
      'no peoples, titles, months, or beginnings of sentences',
      'Notably, the Japanese left in May. However, the President stayed. Last Monday it rained.',
      [],
    ],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it('stand where their mentions say, behind emoji and other scripts', () => {
    const text = '😀 日本の首相。 שלום! 👩‍👩‍👧 Angela Merkel visited Łódź; Zoë Kravitz did not.';
    const things = thingsIn(text);
    expect(things.map(({ name }) => name)).toEqual(['Angela Merkel', 'Łódź', 'Zoë Kravitz']);
    for (const { name, mentions } of things) {
      for (const { start, end } of mentions) expect(text.slice(start, end)).toBe(name);
    }
  });

  it('never makes any text fail, and always points at its own words', () => {
    const words = fc.constantFrom(
      'Ada',
      'of',
      'the',
      'US',
      '-',
      '’s',
      '(',
      ')',
      '2+2',
      'treaty',
      '\n',
      '😀',
      '日本',
      'İ',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(words, { maxLength: 25 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 25 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const passage of splitPassages('x', text)) {
          for (const { words: found, start, end } of tagSentences(passage.text)) {
            for (const word of found) {
              expect(passage.text.slice(word.start, word.end)).toBe(word.text);
              expect(word.start >= start && word.end <= end).toBe(true);
            }
          }
        }
        for (const { mentions } of thingsIn(text)) {
          for (const { start, end } of mentions) expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('names that other documents know', () => {
  const entity = (id: string, name: string, ...aliases: string[]) => ({
    ...{ id, name, kind: 'Person', aliases, summary: 'x', documents: [], properties: {}, evidence: [] },
  });
  const placesIn = (text: string, ...entities: ReturnType<typeof entity>[]) =>
    findKnownNames(splitPassages('x', text), entities).map(
      ({ entity: { id }, start, end }) => `${id} ${start}-${end}`,
    );

  it('are found as whole words, the longest first, with their offsets', () => {
    const text = 'Ann met Anna Lee. 😀 Ann’s aunt: Ann-Marie.';
    expect(placesIn(text, entity('ann', 'Ann'), entity('lee', 'Anna Lee', 'Anna'))).toEqual([
      'ann 0-3',
      'lee 8-16',
      'ann 21-24',
      'ann 33-36',
    ]);
  });

  it('are found where a script has no spaces, and from right to left', () => {
    expect(placesIn('昨日、岸田文雄首相は来た。', entity('k', 'Fumio Kishida', '岸田文雄'))).toEqual([
      'k 3-7',
    ]);
    expect(placesIn('אתמול ביקר קישידה בוושינגטון', entity('k', 'Fumio Kishida', 'קישידה'))).toEqual([
      'k 11-17',
    ]);
  });

  it('belong to the one whose name it is before those that have it as an alias', () => {
    expect(
      placesIn('Washington', entity('usa', 'United States', 'Washington'), entity('dc', 'Washington')),
    ).toEqual(['dc 0-10']);
  });
});

describe('dates and numbers', () => {
  it('are found with what they count and as ISO dates', () => {
    const text =
      'On 22 January 2019 they paid 3.5 million euros, 12% more than in 2018; in May 2020, on 2021-03-04, the G-7 gave 5 ships.';
    const values = tagSentences(text).flatMap((sentence) => findValues(sentence, text));
    expect(values.map(({ what, text: words, iso }) => `${what} ${words}${iso ? ` = ${iso}` : ''}`)).toEqual([
      'date 22 January 2019 = 2019-01-22',
      'number 3.5 million euros',
      'number 12%',
      'date 2018 = 2018',
      'date May 2020 = 2020-05',
      'date 2021-03-04 = 2021-03-04',
      'number 5 ships',
    ]);
    for (const { start, end, text: words } of values) expect(text.slice(start, end)).toBe(words);
  });
});
