import { describe, expect, it } from 'vitest';
import { parseDataset } from '../../graph-seed/parse-dataset.ts';
import { datasetFolder, parseTea, problemsOf, TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';

describe('a dataset with a mistake is refused with the line and what is allowed', () => {
  const cases: [what: string, change: [string, string], line: number, message: RegExp][] = [
    [
      'an unknown kind',
      ['kind: Person\n', 'kind: Persn\n'],
      5,
      /^entity ada: unknown kind "Persn" \(did you mean "Person"\? allowed: Person, Country/,
    ],
    [
      'an unknown type',
      ['ESTABLISHES', 'ESTABLISHED'],
      21,
      /^relationship r2: unknown type "ESTABLISHED" \(did you mean "ESTABLISHES"\?\)/,
    ],
    [
      'an unknown status',
      ['status: planned', 'status: planed'],
      23,
      /unknown status "planed" \(did you mean "planned"\?/,
    ],
    [
      'an unknown end',
      ['to: house', 'to: hous'],
      22,
      /"to" names no entity of this document: "hous" \(did you mean "house"\?/,
    ],
    [
      'an unknown speaker',
      ['speaker: ada', 'speaker: eve'],
      24,
      /"speaker" names no entity of this document: "eve"/,
    ],
    ['an id used twice', ['id: ben', 'id: ada'], 9, /^entity ada: the id is used twice/],
    ['a relationship id used twice', ['id: r2', 'id: r1'], 19, /^relationship r1: the id is used twice/],
    ['an id with a quotation mark', ['id: r2', "id: 'r\"2'"], 19, /"id" "r"2" is not allowed: at most 200/],
    [
      'a property called __proto__',
      ['seats: 12', '__proto__: 12'],
      26,
      /^relationship r2: "properties __proto__" is not a property name$/,
    ],
    [
      'an unknown key called __proto__',
      ['kind: Person\n', 'kind: Person\n    __proto__: { name: Eve }\n'],
      6,
      /^entity ada: unknown key "__proto__"/,
    ],
    [
      'a proposal that nobody accepted',
      ['kind: Person\n', 'kind: Person\n    proposed: true\n'],
      6,
      /^entity ada: is only proposed: read it, put it right, then remove "proposed"/,
    ],
    ['an id with a slash', ['id: r2', 'id: r/2'], 19, /"id" "r\/2" is not allowed: at most 200 letters/],
    [
      'an id that YAML takes for a number',
      ['id: r2', 'id: 2'],
      19,
      /"id" must be text, not 2 \(put it in quotation marks\)/,
    ],
    [
      'a quote that is not in the text',
      ['quote: Ada met Ben in Oslo', 'quote: Ada met Ben in Rome'],
      18,
      /^relationship r1: passage 1 does not hold the words "Ada met Ben in Rome"$/,
    ],
    [
      'a quote of another passage',
      ['passage: 2', 'passage: 1'],
      27,
      /passage 1 does not hold the words "Ada wants to open a tea house"; passage 2 does/,
    ],
    [
      'a quote in other letters',
      ['quote: Ada met Ben', 'quote: ada  met Ben'],
      18,
      /it has them with other capitals, spaces, quotation marks or accents/,
    ],
    [
      'a quote across passages',
      ['quote: Ada met Ben in Oslo', 'quote: "for the tea.\\n\\nAda wants"'],
      18,
      /passage 1 does not hold/,
    ],
    [
      'a quote that stands twice',
      ['quote: Ada met Ben in Oslo', 'quote: Ben'],
      18,
      /the words "Ben" stand 2 times in passage 1; say which with "occurrence" \(1 to 2\)/,
    ],
    [
      'an occurrence too many',
      ['quote: Ada met }', 'quote: tea, occurrence: 3 }'],
      8,
      /there is no occurrence 3: the words "tea" stand 2 times in passage 1/,
    ],
    [
      'a passage that is not there',
      ['passage: 2', 'passage: 3'],
      27,
      /there is no passage 3; the text has passages 1 to 2/,
    ],
    [
      'a date that does not exist',
      ['date: 2023\n', 'date: 2023-02-30\n'],
      16,
      /"2023-02-30" is not a date: YYYY, YYYY-MM or YYYY-MM-DD/,
    ],
    ['a date in words', ['date: 2023\n', 'date: next year\n'], 16, /"next year" is not a date/],
    [
      'a document date in words',
      ['date: 2023-01-21', 'date: January'],
      1,
      /^document: "January" is not a date/,
    ],
    ['no statement', ['    statement: Ada met Ben.\n', ''], 12, /^relationship r1: "statement" is missing/],
    [
      'an empty summary',
      ['summary: A woman who likes tea.', 'summary: " "'],
      7,
      /^entity ada: "summary" is empty/,
    ],
    [
      'a key left empty',
      ['summary: A woman who likes tea.', 'summary:'],
      7,
      /^entity ada: "summary" must be text, not empty/,
    ],
    [
      'an unknown key',
      ['aliases:', 'alias:'],
      6,
      /^entity ada: unknown key "alias" \(did you mean "aliases"\? allowed: id, name/,
    ],
    [
      'an unknown key in evidence',
      ['passage: 2,', 'passage: 2, page: 7,'],
      27,
      /^relationship r2: in "evidence 1": unknown key "page"/,
    ],
    [
      'an unknown key at the top',
      ['entities:', 'extra: 1\nentities:'],
      2,
      /^unknown key "extra" \(allowed: document, entities, relationships\)/,
    ],
    [
      'no evidence',
      ['    evidence: [{ passage: 1, quote: Ada met Ben in Oslo }]\n', ''],
      12,
      /"evidence" is missing: quote the words/,
    ],
    ['background without a reason', ['    reason: Everybody knows it.\n', ''], 28, /"reason" is missing/],
    [
      'a reason for what is in the text',
      ['speaker: ada', 'reason: so'],
      24,
      /"reason" belongs to background relationships only/,
    ],
    [
      'background with evidence',
      ['    reason: E', '    evidence: [{ passage: 1, quote: Ada met }]\n    reason: E'],
      33,
      /a background relationship is not in the text, so has no evidence/,
    ],
    [
      'an attribution without a speaker',
      ['status: planned\n    speaker: ada', 'status: attributed'],
      19,
      /"speaker" is missing/,
    ],
    [
      'a span into no original',
      ['quote: Ada met }', 'quote: Ada met, original: [1, 2] }'],
      8,
      /"original" needs an original named under "document"/,
    ],
    [
      'a span that ends before it starts',
      ['quote: Ada met }', 'quote: Ada met, original: [2, 1] }'],
      8,
      /"evidence 1 original" must be \[start, end\] with start before end/,
    ],
    [
      'a passage in words',
      ['passage: 2', 'passage: two'],
      27,
      /"evidence 1 passage" must be a whole number from 1, not text/,
    ],
    [
      'a property that is a map',
      ['seats: 12', 'seats: { many: 1 }'],
      26,
      /"properties seats" must be text, a finite number/,
    ],
    [
      'a property too large for a number',
      ['seats: 12', 'seats: 9007199254740993'],
      26,
      /"properties seats" must be text, a finite number/,
    ],
    [
      'a property with a name of ours',
      ['seats: 12', 'status: 12'],
      26,
      /"properties status" is not a property name/,
    ],
    [
      'a property with a name that is none',
      ['seats: 12', '2nd: 12'],
      26,
      /"properties 2nd" is not a property name/,
    ],
    [
      'entities that are no list',
      ['entities:\n', 'entities: none\nothers:\n'],
      2,
      /"entities" must be a list, not text/,
    ],
    ['YAML that does not parse', ['type: ESTABLISHES', 'type: [ESTABLISHES'], 22, /^is not valid YAML: /],
    [
      'a key given twice',
      ['    name: Ada\n', '    name: Ada\n    name: Ida\n'],
      5,
      /^is not valid YAML: Map keys must be unique/,
    ],
    [
      'a tag that nobody knows',
      ['name: Ada\n', 'name: !person Ada\n'],
      4,
      /^is not valid YAML: Unresolved tag: !person/,
    ],
    [
      'a text outside the folder',
      ['text: tea.md', 'text: ../tea.md'],
      1,
      /the text "..\/tea.md" must be a file beside the graph file/,
    ],
    [
      'a text that is not there',
      ['text: tea.md', 'text: coffee.md'],
      1,
      /there is no file "coffee.md" in tea/,
    ],
  ];

  it.each(cases)('%s', (_, change, line, message) => {
    const problems = problemsOf(parseTea(change));
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]).toMatchObject({ file: 'tea/graph.yaml', line });
  });

  it('names everything that is wrong at once, in the order of the file', () => {
    const graph = TEA_GRAPH.replace('kind: Person\n', 'kind: Human\n')
      .replace('name: Ben, ', '')
      .replace('to: house', 'to: hut')
      .replace('quote: Ada met Ben in Oslo', 'quote: never')
      .replace('    statement: Ada and Ben are friends.\n', '');
    const folder = datasetFolder({ 'graph.yaml': graph, 'tea.md': TEA_TEXT });
    expect(problemsOf(parseDataset([folder])).map(({ line, message }) => [line, message])).toEqual([
      [5, expect.stringContaining('unknown kind "Human"')],
      [9, 'entity ben: "name" is missing'],
      [18, expect.stringContaining('"never"')],
      [22, expect.stringContaining('"hut"')],
      [28, 'relationship b1: "statement" is missing'],
    ]);
  });

  it('does not call an end unknown whose entity has another mistake', () => {
    expect(problemsOf(parseTea(['    name: Ada\n', '']))).toHaveLength(1);
  });
});
