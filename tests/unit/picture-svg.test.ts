import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { findNodes } from '../../client/offline/find-nodes.ts';
import type { PageData, PageNode } from '../../client/offline/page-data.ts';
import { insideElement, pageFile } from '../../client/panels/picture/page-file.ts';
import { drawPicture } from '../../client/scene/draw-picture.ts';
import { NO_EMPHASIS } from '../../client/scene/resolve-emphasis.ts';
import { applyGraph, type EdgeAttributes, type NodeAttributes } from '../../client/scene/stage-graph.ts';
import { SvgPen } from '../../client/scene/svg-pen.ts';
import { xmlText } from '../../client/scene/svg-text.ts';

/** Sets texts as a font with letters half as wide as high would. */
function measure() {
  return {
    font: '',
    textBaseline: 'alphabetic' as CanvasTextBaseline,
    measureText(text: string) {
      const size = Number(/([\d.]+)px/.exec(this.font)?.[1] ?? 10);
      const ascent = this.textBaseline === 'middle' ? size * 0.15 : size * 0.5;
      return { width: (text.length * size) / 2, actualBoundingBoxAscent: ascent } as TextMetrics;
    },
  };
}

describe('the pen that writes SVG', () => {
  it('writes shapes in place of paths, scaled and shifted as asked', () => {
    const pen = new SvgPen(measure());
    pen.save();
    pen.translate(10, 20);
    pen.scale(2);
    pen.fillStyle = '#ff0000';
    pen.beginPath();
    pen.arc(1, 2, 3);
    pen.fill();
    pen.restore();
    pen.globalAlpha = 0.5;
    pen.setLineDash([6, 5]);
    pen.beginPath();
    pen.moveTo(0, 0);
    pen.quadraticCurveTo(5, 5, 10, 0);
    pen.stroke();
    expect(pen.content().split('\n')).toEqual([
      '<circle cx="12" cy="24" r="6" fill="#ff0000"/>',
      '<path d="M0 0Q5 5 10 0" fill="none" stroke="#000000" stroke-width="1" stroke-dasharray="6 5" opacity="0.5"/>',
    ]);
  });

  it('makes one text with a halo of a stroked and a filled one, on the baseline that all readers know', () => {
    const pen = new SvgPen(measure());
    pen.font = '600 20px Inter, Arial';
    pen.textBaseline = 'middle';
    pen.textAlign = 'center';
    pen.strokeStyle = '#ffffff';
    pen.lineWidth = 4;
    pen.lineJoin = 'round';
    pen.strokeText('A & <b>', 50, 10);
    pen.fillText('A & <b>', 50, 10);
    expect(pen.content()).toBe(
      '<text x="50" y="17" font-size="20" font-weight="600" text-anchor="middle" fill="#000000" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke">A &amp; &lt;b&gt;</text>',
    );
  });

  it('closes what it clips', () => {
    const pen = new SvgPen(measure());
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, 5, 5);
    pen.clip();
    pen.restore();
    const content = pen.content();
    expect(content.match(/<g /g)).toHaveLength(1);
    expect(content.match(/<\/g>/g)).toHaveLength(1);
  });

  it('draws curves, arrows, dashes, bars, dots and loops of a graph', () => {
    const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
    const node = (id: string, x: number) => ({ id, caption: id, label: 'Country', degree: 3, x, y: 0 });
    const link = (id: string, target: string, status: string) => ({
      id,
      source: 'a',
      target,
      type: 'T',
      status,
    });
    const relationships = [
      link('1', 'b', 'planned'),
      link('2', 'b', 'negated'),
      link('3', 'b', 'attributed'),
      link('4', 'a', 'asserted'),
    ];
    applyGraph(graph, { nodes: [node('a', 0), node('b', 200)], relationships }, 'light');
    const pen = new SvgPen(measure());
    const view = { width: 400, height: 300, scale: 1, originX: 100, originY: 150, nodeScale: 1 };
    drawPicture(pen, view, graph, NO_EMPHASIS, 'light');
    const content = pen.content();
    expect(content.match(/stroke-dasharray="6 5"/g)).toHaveLength(2);
    expect(content.match(/Q/g)?.length).toBeGreaterThanOrEqual(3);
    // Two discs with their rims, a dot for who said it, and a loop.
    expect(content.match(/<circle /g)).toHaveLength(6);
    expect(content.match(/<path transform=/g)?.length).toBeGreaterThanOrEqual(2);
    expect(content).not.toContain('NaN');
  });
});

describe('texts in XML', () => {
  it('hold nothing that XML forbids', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const written = xmlText(text);
        expect(written).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
        expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        // Throws on halves of characters.
        expect(encodeURIComponent(written)).toBeDefined();
      }),
    );
  });
});

describe('a page that needs no server', () => {
  const data: PageData = {
    title: 'A </title><b> & "c"',
    source: '',
    scene: { nodes: [], relationships: [] },
    nodes: [],
    links: [],
    path: null,
    selected: null,
    camera: null,
    statuses: [],
    kinds: [],
    looks: [],
    counts: '',
  };

  it('holds its data and its script so that neither ends early', async () => {
    const nasty = { ...data, counts: '</script><!-- \u2028 \u2029 <script>' };
    const page = await pageFile(nasty, 'const end = "</script><!--"; run(end);');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toContain('\u2028');
    expect(page).toContain('<title>A &lt;/title&gt;&lt;b&gt; &amp; "c"</title>');
    expect(page).toMatch(/default-src 'none'; script-src 'sha256-[\w+/]+=*'/);
    const written = /id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(written)).toEqual(nasty);
  });

  it('writes any data as JSON that stays inside its element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = insideElement(value);
        expect(written).not.toContain('<');
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('finds nodes by name, other names and summary, without accents', () => {
    const node = (id: string, caption: string, more: Partial<PageNode> = {}): PageNode => ({
      id,
      caption,
      kind: 'Place',
      kindWords: 'Place',
      summary: '',
      alsoCalled: [],
      facts: [],
      quotes: [],
      ...more,
    });
    const nodes = [
      node('1', 'Visit of Zoë', { summary: 'at the harbour' }),
      node('2', 'Zoë'),
      node('3', 'Harbour', { alsoCalled: ['Zoe’s port'] }),
    ];
    const ids = (sought: string) => findNodes(nodes, sought).map(({ id }) => id);
    expect(ids('zoe')).toEqual(['2', '1', '3']);
    expect(ids('HARBOUR')).toEqual(['3', '1']);
    expect(ids('zoe harbour')).toEqual(['3', '1']);
    expect(ids('')).toEqual(['1', '2', '3']);
    expect(ids('xyz')).toEqual([]);
  });
});
