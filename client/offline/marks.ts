import type { Status } from '../../server/contract/evidence.ts';
import { styleOfLabel } from '../look/kinds.ts';
import { FONT_SANS, PALETTES, type Scheme } from '../look/palette.ts';

const SVG = 'http://www.w3.org/2000/svg';

function svg(tag: string, attributes: Readonly<Record<string, string>>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The disc of a kind; `plain` where colours tell something else. */
export function kindMark(kind: string, scheme: Scheme, plain = false): SVGElement {
  const { fill, icon } = styleOfLabel(kind);
  const ink = PALETTES[scheme].icon;
  const inside = svg('g', { fill: ink, transform: 'translate(5 5) scale(0.5833)' });
  for (const path of icon.paths) inside.append(svg('path', { d: path }));
  const letter = svg('text', {
    x: '12',
    y: '16.6',
    'text-anchor': 'middle',
    fill: ink,
    'font-family': FONT_SANS,
    'font-size': '13',
    'font-weight': '700',
  });
  letter.textContent = icon.letter ?? '';
  return svg(
    'svg',
    { width: '18', height: '18', viewBox: '0 0 24 24', 'aria-hidden': 'true' },
    svg('circle', { cx: '12', cy: '12', r: '12', fill: plain ? PALETTES[scheme].inkSoft : fill[scheme] }),
    icon.letter ? letter : inside,
  );
}

const DASHES: Readonly<Partial<Record<Status, string>>> = {
  planned: '5 3',
  negated: '5 3',
  background: '1.5 3',
};

/** The line of a link as the drawing has it. */
export function statusMark(status: Status): SVGElement {
  const line = { stroke: 'var(--edge)', 'stroke-width': '2' };
  const made = svg(
    'svg',
    { width: '26', height: '10', viewBox: '0 0 26 10', 'aria-hidden': 'true' },
    svg('line', {
      x1: '1',
      y1: '5',
      x2: '25',
      y2: '5',
      ...line,
      'stroke-dasharray': DASHES[status] ?? 'none',
    }),
  );
  if (status === 'attributed') made.append(svg('circle', { cx: '13', cy: '5', r: '3', fill: 'var(--edge)' }));
  if (status === 'negated') made.append(svg('line', { x1: '13', y1: '0', x2: '13', y2: '10', ...line }));
  return made;
}

/** Colours side by side, as a scale. */
export function swatches(fills: readonly Readonly<Record<Scheme, string>>[], scheme: Scheme): SVGElement[] {
  if (fills.length === 0) return [];
  const squares = fills.map((fill, index) =>
    svg('rect', { x: String(index * 12), y: '1', width: '12', height: '12', fill: fill[scheme] }),
  );
  const width = String(fills.length * 12);
  return [svg('svg', { width, height: '14', viewBox: `0 0 ${width} 14`, 'aria-hidden': 'true' }, ...squares)];
}
