import { describe, expect, it } from 'vitest';
import { placeAfterKey } from '../../client/panels/table/grid-keys.ts';
import { filterRows, sortRows } from '../../client/panels/table/order-rows.ts';
import { cellText, type TableColumn } from '../../client/panels/table/table-columns.ts';
import { linkRows, nodeRows } from '../../client/panels/table/table-rows.ts';
import { writeRows } from '../../client/panels/table/write-rows.ts';
import { NO_HISTORY, takeStep } from '../../client/workspace/history.ts';
import { addGraph } from '../../client/workspace/steps/add-graph.ts';
import { hideNodes } from '../../client/workspace/steps/hide-nodes.ts';
import { inOrder } from '../../client/workspace/steps/in-order.ts';
import { visibleGraph } from '../../client/workspace/visible-graph.ts';
import { emptyContent } from '../../client/workspace/workspace-content.ts';
import type { Graph } from '../../server/contract/graph.ts';

const GRAPH: Graph = {
  nodes: [
    { id: 'a', labels: ['Entity', 'Country'], caption: 'Åland', properties: { age: 30, note: '=1+1' } },
    { id: '__proto__', labels: ['Person'], caption: 'Ben', properties: { age: -4 } },
    { id: 'c', labels: [], caption: 'Chen\t"x"', properties: { big: { $type: 'Integer', value: '9' } } },
  ],
  relationships: [
    { id: 'r1', type: 'ALLIED_WITH', source: 'a', target: '__proto__', properties: { status: 'planned' } },
    { id: 'r2', type: 'KNOWS', source: 'a', target: 'a', properties: { date: '2023-01' } },
    { id: 'r3', type: 'KNOWS', source: 'a', target: '__proto__', properties: { date: '2022' } },
  ],
};
const change = inOrder(addGraph(GRAPH, new Map()), hideNodes(['__proto__']));
const { content } = takeStep({ content: emptyContent(), history: NO_HISTORY }, 'Begin', change);
const nodes = nodeRows(content, visibleGraph(content));
const links = linkRows(content, visibleGraph(content));
const column = (data: typeof nodes, heading: string) => {
  const found = data.columns.find((each) => each.heading === heading);
  if (!found) throw new Error(`no column ${heading}`);
  return found;
};
const texts = (data: typeof nodes, heading: string) =>
  data.rows.map((row) => cellText(column(data, heading), row));

describe('rows of the tables', () => {
  it('count links with self-loops and parallels, tell what is hidden, and have every property as a column', () => {
    expect(texts(nodes, 'Links')).toEqual(['3', '2', '0']);
    expect(texts(nodes, 'Links in')).toEqual(['1', '2', '0']);
    expect(texts(nodes, 'Links out')).toEqual(['3', '0', '0']);
    expect(nodes.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
    expect(nodes.columns.slice(5).map(({ heading }) => heading)).toEqual(['age', 'big', 'note']);
    expect(links.rows.map(({ name }) => name)).toEqual([
      'Åland allied with Ben',
      'Åland knows Åland',
      'Åland knows Ben',
    ]);
    expect(links.rows.map(({ hidden }) => hidden)).toEqual([true, false, true]);
    expect(texts(links, 'Stands as')).toEqual(['Planned', '', '']);
    expect(texts(links, 'date')).toEqual(['', 'Jan 2023', '2022']);
  });

  it('sort numbers as numbers and dates as they are written', () => {
    const order = (data: typeof nodes, heading: string, downwards = false) =>
      sortRows(data.rows, column(data, heading), downwards).map(({ id }) => id);
    expect(order(nodes, 'age')).toEqual(['__proto__', 'a', 'c']);
    expect(order(nodes, 'age', true)).toEqual(['a', '__proto__', 'c']);
    expect(order(links, 'date')).toEqual(['r3', 'r2', 'r1']);
    expect(order(links, 'date', true)).toEqual(['r2', 'r3', 'r1']);
  });

  it.each([
    ['plain text', ['node 10', 'Node 2', 'a 1', 'B', 'node 2', '3', '']],
    ['text with accents', ['Zoë', 'Łódź', 'Åland', 'aland', 'Lyon', 'Zoe 10', 'Zoë 9', 'État']],
    ['texts and numbers', ['x', 12, 'X 3', 7]],
  ])('sort %s as a person does', (_, values) => {
    const named = values.map((name, at) => ({
      ...{ id: `n${at}`, name: '', hidden: false, fixed: () => undefined },
      properties: { name },
    }));
    const byName: TableColumn = {
      ...{ id: 'name', heading: 'name', width: 1, isNumber: false },
      valueOf: ({ properties }) => properties.name,
    };
    const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
    for (const downwards of [false, true]) {
      const sign = downwards ? -1 : 1;
      const right = named.toSorted(
        (one, other) => sign * collator.compare(String(one.properties.name), String(other.properties.name)),
      );
      const sorted = sortRows(named, byName, downwards);
      expect(sorted.map(({ id }) => id)).toEqual(right.map(({ id }) => id));
    }
  });

  it('match without case and accents, and compare numbers', () => {
    const matching = (heading: string, words: string) =>
      filterRows(nodes.rows, [], '', [[column(nodes, heading), words]]).map(({ id }) => id);
    expect(matching('Name', ' aLAND')).toEqual(['a']);
    expect(matching('age', '> -5')).toEqual(['a', '__proto__']);
    expect(matching('age', '<0')).toEqual(['__proto__']);
    expect(matching('big', '>= 9')).toEqual(['c']);
    expect(matching('Name', '> 5')).toEqual([]);
    expect(matching('age', '')).toHaveLength(3);
    const anywhere = (words: string) => filterRows(nodes.rows, nodes.columns, words, []).map(({ id }) => id);
    expect(anywhere('person')).toEqual(['__proto__']);
    expect(anywhere('nobody')).toEqual([]);
    expect(anywhere(' ')).toHaveLength(3);
  });

  it('are written for a spreadsheet, which takes none of them for a formula', () => {
    const columns = ['Name', 'age', 'note'].map((heading) => column(nodes, heading));
    expect(writeRows(columns, nodes.rows)).toBe(
      'Name\tage\tnote\nÅland\t30\t\'=1+1\nBen\t-4\t\n"Chen\t""x"""\t\t',
    );
  });
});

describe('keys of the grid', () => {
  const size = { rows: 50, columns: 4, page: 10 };
  it.each([
    ['ArrowDown', false, { row: -1, column: 2 }, { row: 0, column: 2 }],
    ['ArrowUp', false, { row: -1, column: 2 }, { row: -1, column: 2 }],
    ['ArrowRight', false, { row: 3, column: 3 }, { row: 3, column: 3 }],
    ['End', true, { row: 3, column: 0 }, { row: 49, column: 3 }],
    ['Home', true, { row: 30, column: 2 }, { row: 0, column: 0 }],
    ['Home', false, { row: 30, column: 2 }, { row: 30, column: 0 }],
    ['PageDown', false, { row: 45, column: 1 }, { row: 49, column: 1 }],
    ['PageUp', false, { row: 5, column: 1 }, { row: 0, column: 1 }],
    ['a', false, { row: 5, column: 1 }, null],
  ])('%s (with Ctrl: %s) leads from %o to %o', (key, control, from, to) => {
    expect(placeAfterKey(key, control, from, size)).toEqual(to);
  });

  it('stay in the head where there is no row', () => {
    expect(placeAfterKey('ArrowDown', false, { row: -1, column: 0 }, { ...size, rows: 0 })).toEqual({
      row: -1,
      column: 0,
    });
  });
});
