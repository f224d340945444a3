import { settleHues } from '../look/kinds.ts';
import { PALETTES, type Scheme } from '../look/palette.ts';
import { details, type Selected } from './details.ts';
import { drawing } from './drawing.ts';
import { element } from './element.ts';
import { findNodes } from './find-nodes.ts';
import { kindMark, statusMark, swatches } from './marks.ts';
import css from './offline.css?inline';
import type { PageData } from './page-data.ts';
import { words } from './words.ts';

/** More lines at once would make typing slow. */
const MOST_LINES = 300;

function start(data: PageData): void {
  settleHues(data.kinds.map(({ kind, count }) => ({ name: kind, count })));
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let scheme: Scheme = dark.matches ? 'dark' : 'light';
  let selected: Selected | null = null;

  const isRecoloured = data.looks.some(({ by }) => by === 'colour');
  const found = element('ul', { class: 'list' });
  const count = element('p', { class: 'soft', role: 'status' });
  const field = element('input', {
    type: 'search',
    'aria-label': words.search,
    placeholder: words.search,
    oninput: () => list(),
  });
  const side = element('section', { class: 'side', 'aria-label': words.details });
  // Where it is narrow it scrolls, and a key has to reach it for that.
  const legend = element('section', { class: 'legend', 'aria-label': words.legend, tabindex: '0' });
  const picture = drawing(data, scheme, (next) => select(next));

  function list(): void {
    const hits = findNodes(data.nodes, field.value);
    count.textContent = hits.length === 0 ? words.noneFound : words.shown(hits.length, data.nodes.length);
    found.replaceChildren(
      ...hits.slice(0, MOST_LINES).map((node) =>
        element(
          'li',
          {},
          element(
            'button',
            {
              class: 'plain row',
              type: 'button',
              'aria-pressed': String(selected?.kind === 'node' && selected.id === node.id),
              onclick: () => select({ kind: 'node', id: node.id }, true),
            },
            kindMark(node.kind, scheme),
            element('span', {}, node.caption),
          ),
        ),
      ),
    );
  }

  function tell(): void {
    side.replaceChildren(...details(selected, { data, scheme, select: (next) => select(next, true) }));
    document.body.dataset.selected = selected ? 'some' : 'none';
  }

  /** `look` for what was chosen in a list: the drawing goes there, and the focus to what is told of it. */
  function select(next: Selected | null, look = false): void {
    selected = next;
    picture.show(next, look);
    list();
    tell();
    if (look) (next ? side.querySelector('h2') : field)?.focus();
  }

  function paint(): void {
    const { ground, raised, ink, inkSoft, line, edge, accent } = PALETTES[scheme];
    const { style } = document.documentElement;
    style.colorScheme = scheme;
    const tokens = { ground, raised, ink, 'ink-soft': inkSoft, line, edge, accent };
    for (const [name, value] of Object.entries(tokens)) style.setProperty(`--${name}`, value);
    legend.replaceChildren(
      ...data.kinds.map(({ kind, words: name, count: many }) =>
        element('span', {}, kindMark(kind, scheme, isRecoloured), ` ${name} ${many}`),
      ),
      ...data.statuses.map(({ status, words: name, count: many }) =>
        element('span', {}, statusMark(status), ` ${name} ${many}`),
      ),
      ...data.looks.map(({ words: told, fills }) =>
        element('span', {}, ...swatches(fills, scheme), ` ${told}`),
      ),
    );
    list();
    tell();
  }

  const repaint = (next: Scheme) => {
    scheme = next;
    picture.setScheme(scheme);
    paint();
  };
  document.body.append(
    element(
      'header',
      {},
      element('h1', {}, data.title),
      element('p', { class: 'soft' }, `${data.counts} · ${data.source}`),
      element(
        'button',
        {
          type: 'button',
          class: 'scheme',
          'aria-label': words.scheme,
          title: words.scheme,
          onclick: () => repaint(scheme === 'dark' ? 'light' : 'dark'),
        },
        '◐',
      ),
    ),
    element(
      'main',
      {},
      element('nav', { 'aria-label': words.list }, element('search', {}, field), count, found),
      element('div', { class: 'middle' }, picture.element, legend),
      side,
    ),
  );
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && selected) select(null, true);
  });
  dark.addEventListener('change', () => repaint(dark.matches ? 'dark' : 'light'));
  paint();
  picture.begin();
  const first = data.nodes.find(({ id }) => id === data.selected);
  if (first) select({ kind: 'node', id: first.id });
}

document.head.append(element('style', {}, css));
try {
  start(JSON.parse(document.getElementById('data')?.textContent ?? ''));
} catch {
  document.body.replaceChildren(element('p', { role: 'alert' }, words.damaged));
}
