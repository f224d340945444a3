import type { Scheme } from '../look/palette.ts';
import { element } from './element.ts';
import { kindMark, statusMark } from './marks.ts';
import type { PageData, PageLink, PageNode, PageQuote } from './page-data.ts';
import { words } from './words.ts';

export interface Selected {
  kind: 'node' | 'link';
  id: string;
}

interface Asked {
  data: PageData;
  scheme: Scheme;
  select(selected: Selected | null): void;
}

/** What is known of the selected; how to choose something, where nothing is. */
export function details(selected: Selected | null, asked: Asked): Node[] {
  const { data } = asked;
  if (selected?.kind === 'node') {
    const node = data.nodes.find(({ id }) => id === selected.id);
    if (node) return [back(asked), ...nodeDetails(node, asked)];
  }
  if (selected?.kind === 'link') {
    const link = data.links.find(({ id }) => id === selected.id);
    if (link) return [back(asked), ...linkDetails(link, asked)];
  }
  return [element('p', { class: 'soft' }, words.nothingSelected), ...pathDetails(asked)];
}

function back({ select }: Asked): Node {
  return element('button', { class: 'plain back', type: 'button', onclick: () => select(null) }, words.back);
}

function nodeDetails(node: PageNode, asked: Asked): Node[] {
  const { data, scheme } = asked;
  const links = data.links.filter(({ source, target }) => source === node.id || target === node.id);
  return [
    element('h2', { tabindex: '-1' }, kindMark(node.kind, scheme), ` ${node.caption}`),
    element('p', { class: 'soft' }, node.kindWords),
    ...(node.summary === '' ? [] : [element('p', {}, node.summary)]),
    ...(node.alsoCalled.length === 0
      ? []
      : [element('p', { class: 'soft' }, `${words.alsoCalled}: ${node.alsoCalled.join(', ')}`)]),
    facts(node.facts),
    element('h3', {}, `${words.links} (${links.length})`),
    links.length === 0
      ? element('p', { class: 'soft' }, words.noLinks)
      : element('ul', {}, ...links.map((link) => element('li', {}, linkButton(link, asked)))),
    ...(node.quotes.length === 0 ? [] : [element('h3', {}, words.quotes), ...node.quotes.map(quote)]),
  ];
}

function linkDetails(link: PageLink, asked: Asked): Node[] {
  return [
    element('h2', { tabindex: '-1' }, link.sentence),
    nodeButton(link.source, asked),
    element('p', { class: 'soft' }, `↓ ${link.type}`),
    nodeButton(link.target, asked),
    element(
      'p',
      { class: 'standing' },
      ...(link.status ? [statusMark(link.status), ' '] : []),
      link.standing,
    ),
    element('h3', {}, words.quotes),
    ...(link.quotes.length > 0 ? link.quotes.map(quote) : [element('p', { class: 'soft' }, words.noQuote)]),
  ];
}

function pathDetails(asked: Asked): Node[] {
  const { path, links } = asked.data;
  if (!path) return [];
  const hops = path.relationshipIds.flatMap((id) => links.find((link) => link.id === id) ?? []);
  return [
    element('h2', {}, path.title),
    element(
      'ol',
      {},
      ...hops.map((link) => element('li', {}, linkButton(link, asked), ...link.quotes.map(quote))),
    ),
  ];
}

function linkButton(link: PageLink, { select }: Asked): Node {
  return element(
    'button',
    { class: 'plain row', type: 'button', onclick: () => select({ kind: 'link', id: link.id }) },
    ...(link.status ? [statusMark(link.status)] : []),
    element('span', {}, link.sentence),
  );
}

function nodeButton(id: string, { data, scheme, select }: Asked): Node {
  const node = data.nodes.find((each) => each.id === id);
  return element(
    'button',
    { class: 'plain row', type: 'button', onclick: () => select({ kind: 'node', id }) },
    ...(node ? [kindMark(node.kind, scheme)] : []),
    element('span', {}, node?.caption ?? id),
  );
}

function facts(list: PageNode['facts']): Node {
  return element(
    'dl',
    {},
    ...list.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]),
  );
}

function quote({ words: said, place }: PageQuote): Node {
  return element(
    'figure',
    {},
    element('blockquote', {}, said),
    element('figcaption', { class: 'soft' }, place),
  );
}
