const SENTENCES = {
  severalLabels: [
    '1 node has several labels, which other programs see as one text or list.',
    '# nodes have several labels, which other programs see as one text or list.',
  ],
  temporal: [
    '1 date, time, duration, point or binary value is plain text to other programs.',
    '# dates, times, durations, points and binary values are plain text to other programs.',
  ],
  lists: [
    '1 list is written in brackets; other programs may see it as text.',
    '# lists are written in brackets; other programs may see them as text.',
  ],
  mixedValues: [
    '1 value is no text in a property that holds several types; it is written as text.',
    '# values are no texts in properties that hold several types; they are written as text.',
  ],
  nulls: [
    '1 property without a value (null) is left out.',
    '# properties without a value (null) are left out.',
  ],
  unwritable: [
    '1 text holds characters that XML cannot; other programs see \uFFFD in their place.',
    '# texts hold characters that XML cannot; other programs see \uFFFD in their place.',
  ],
  surrogates: [
    '1 text holds half a character (a lone surrogate), written as \uFFFD.',
    '# texts hold half a character (a lone surrogate), written as \uFFFD.',
  ],
  untellableLists: [
    '1 empty list, or list of one empty text, is left out: the import has no form for it.',
    '# empty lists, or lists of one empty text, are left out: the import has no form for them.',
  ],
  mixedLists: [
    '1 list holds nulls or values of several types, which Neo4j cannot store; it becomes text.',
    '# lists hold nulls or values of several types, which Neo4j cannot store; they become text.',
  ],
  listsAsText: [
    '1 list becomes text, since lists of its property hold nulls or several types.',
    '# lists become text, since lists of their property hold nulls or several types.',
  ],
  wholesAmongFloats: [
    '1 whole number becomes a decimal number, like others of its property.',
    '# whole numbers become decimal numbers, like others of their property.',
  ],
  bytes: [
    '1 binary value becomes text (base64): Cypher has no words for it.',
    '# binary values become text (base64): Cypher has no words for them.',
  ],
  misformed: [
    '1 date, time, number or point is none by its text, and becomes text.',
    '# dates, times, numbers or points are none by their text, and become text.',
  ],
  badNames: [
    '1 name is empty or holds a null character, and is changed.',
    '# names are empty or hold a null character, and are changed.',
  ],
  columnNames: [
    '1 name of a property holds ( or {, written as square brackets, or a line break, written as \uFFFD.',
    '# names of properties hold ( or {, written as square brackets, or line breaks, written as \uFFFD.',
  ],
  captions: [
    '1 node is called otherwise than by its properties; its name is left out.',
    '# nodes are called otherwise than by their properties; their names are left out.',
  ],
  nodesWithoutId: ['1 node has no id of its own.', '# nodes have no id of their own.'],
  relationshipsWithoutId: [
    '1 relationship has no id of its own.',
    '# relationships have no id of their own.',
  ],
  view: ['The place and colour of 1 node is left out.', 'The places and colours of # nodes are left out.'],
  untold: [
    'A report is for reading: 1 property is not in it.',
    'A report is for reading: # properties are not in it.',
  ],
} as const satisfies Record<string, readonly [one: string, several: string]>;

export type LossKind = keyof typeof SENTENCES;

/** One kind of loss as a plain sentence with its count. */
export function lossSentence(kind: LossKind, count: number): string {
  const [one, several] = SENTENCES[kind];
  return count === 1 ? one : several.replace('#', count.toLocaleString('en'));
}
