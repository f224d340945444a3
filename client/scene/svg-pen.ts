import type { Pen } from './pen.ts';
import { svgNumber as num, xmlText } from './svg-text.ts';

interface Frame {
  /** Every transformation here is a shift and a scale. */
  scale: number;
  x: number;
  y: number;
  dash: readonly number[];
  /** Clip groups that were opened since the state was saved. */
  clips: number;
}

type Styles = Pick<
  Pen,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

type Shape =
  | { kind: 'circle'; x: number; y: number; radius: number }
  | { kind: 'rect'; x: number; y: number; width: number; height: number; radius: number };

/** Measures texts as the browser sets them. */
type Measure = Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'measureText'>;

/**
 * Writes what is drawn as SVG, in shapes that every reader knows: circle, rect, path and text with presentation attributes; no
 * style sheets, no transformations, no baselines. A text that is stroked and then filled is one text with a halo.
 */
export class SvgPen implements Pen {
  readonly #measure: Measure;
  readonly #parts: string[] = [];
  readonly #stack: { frame: Frame; styles: Styles }[] = [];
  readonly #shifts = new Map<string, number>();
  #clips = 0;
  #path = '';
  /** The path, while it is one whole shape. */
  #shape: Shape | null = null;
  #halo: { key: string; attributes: string } | null = null;
  #state: Frame = { scale: 1, x: 0, y: 0, dash: [], clips: 0 };
  fillStyle: Pen['fillStyle'] = '#000000';
  strokeStyle: Pen['strokeStyle'] = '#000000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  textBaseline: CanvasTextBaseline = 'alphabetic';

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** Everything drawn so far, as the inside of an `svg` element. */
  content(): string {
    return this.#parts.join('\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, globalAlpha, font, textAlign, textBaseline } = this;
    const styles = {
      fillStyle,
      strokeStyle,
      lineWidth,
      lineJoin,
      globalAlpha,
      font,
      textAlign,
      textBaseline,
    };
    this.#stack.push({ frame: { ...this.#state }, styles });
    this.#state.clips = 0;
  }

  restore(): void {
    for (let open = this.#state.clips; open > 0; open -= 1) this.#parts.push('</g>');
    const saved = this.#stack.pop();
    if (!saved) return;
    this.#state = saved.frame;
    Object.assign(this, saved.styles);
  }

  translate(x: number, y: number): void {
    this.#state.x += x * this.#state.scale;
    this.#state.y += y * this.#state.scale;
  }

  scale(x: number): void {
    this.#state.scale *= x;
  }

  beginPath(): void {
    this.#path = '';
    this.#shape = null;
  }

  moveTo(x: number, y: number): void {
    this.#add(`M${this.#point(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#add(`L${this.#point(x, y)}`);
  }

  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void {
    this.#add(`Q${this.#point(controlX, controlY)} ${this.#point(x, y)}`);
  }

  /** Whole circles only: nothing here draws a part of one. */
  arc(x: number, y: number, radius: number): void {
    const isFirst = this.#path === '';
    const right = this.#point(x + radius, y);
    const size = num(radius * this.#state.scale);
    const half = (to: string) => `A${size} ${size} 0 0 1 ${to}`;
    this.#add(`M${right}${half(this.#point(x - radius, y))}${half(right)}Z`);
    if (isFirst) this.#shape = { kind: 'circle', x, y, radius };
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.roundRect(x, y, width, height, 0);
  }

  /** Alone in its path; a radius is one number. */
  roundRect(x: number, y: number, width: number, height: number, radii?: unknown): void {
    this.#add(
      `M${this.#point(x, y)}H${num(this.#x(x + width))}V${num(this.#y(y + height))}H${num(this.#x(x))}Z`,
    );
    this.#shape = { kind: 'rect', x, y, width, height, radius: typeof radii === 'number' ? radii : 0 };
  }

  fill(): void {
    this.#write(`fill="${String(this.fillStyle)}"`);
  }

  stroke(): void {
    const { scale, dash } = this.#state;
    const dashes =
      dash.length > 0 ? ` stroke-dasharray="${dash.map((part) => num(part * scale)).join(' ')}"` : '';
    this.#write(
      `fill="none" stroke="${String(this.strokeStyle)}" stroke-width="${num(this.lineWidth * scale)}"${dashes}`,
    );
  }

  fillSvgPath(path: string): void {
    const { scale, x, y } = this.#state;
    this.#parts.push(
      `<path transform="translate(${num(x)} ${num(y)}) scale(${Math.round(scale * 1e4) / 1e4})" d="${path}" fill="${String(this.fillStyle)}"${this.#opacity()}/>`,
    );
  }

  clip(): void {
    this.#clips += 1;
    const id = `clip${this.#clips}`;
    this.#parts.push(`<clipPath id="${id}"><path d="${this.#path}"/></clipPath><g clip-path="url(#${id})">`);
    this.#state.clips += 1;
  }

  strokeText(text: string, x: number, y: number): void {
    const width = num(this.lineWidth * this.#state.scale);
    this.#halo = {
      key: this.#keyOf(text, x, y),
      attributes: ` stroke="${String(this.strokeStyle)}" stroke-width="${width}" stroke-linejoin="${this.lineJoin}" paint-order="stroke"`,
    };
  }

  fillText(text: string, x: number, y: number): void {
    const halo = this.#halo?.key === this.#keyOf(text, x, y) ? this.#halo.attributes : '';
    this.#halo = null;
    const { textAlign } = this;
    const { scale } = this.#state;
    const { weight, size } = fontOf(this.font);
    const anchor =
      textAlign === 'center' ? ' text-anchor="middle"' : textAlign === 'right' ? ' text-anchor="end"' : '';
    const bold = weight === '400' ? '' : ` font-weight="${weight}"`;
    this.#parts.push(
      `<text x="${num(this.#x(x))}" y="${num(this.#y(y + this.#shift()))}" font-size="${num(size * scale)}"${bold}${anchor} fill="${String(this.fillStyle)}"${halo}${this.#opacity()}>${xmlText(text)}</text>`,
    );
  }

  measureText(text: string): TextMetrics {
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  setLineDash(dash: Iterable<number>): void {
    this.#state.dash = [...dash];
  }

  /** How far the alphabetic baseline lies below the one asked for; readers agree on no other. */
  #shift(): number {
    const { textBaseline } = this;
    if (textBaseline === 'alphabetic') return 0;
    const key = `${textBaseline} ${this.font}`;
    let shift = this.#shifts.get(key);
    if (shift === undefined) {
      const ascent = (baseline: CanvasTextBaseline) => {
        this.#measure.font = this.font;
        this.#measure.textBaseline = baseline;
        return this.#measure.measureText('x').actualBoundingBoxAscent;
      };
      shift = ascent('alphabetic') - ascent(textBaseline);
      this.#shifts.set(key, shift);
    }
    return shift;
  }

  #keyOf(text: string, x: number, y: number): string {
    return `${x} ${y} ${this.font} ${text}`;
  }

  #add(part: string): void {
    this.#path += part;
    this.#shape = null;
  }

  #write(paint: string): void {
    const look = `${paint}${this.#opacity()}`;
    const shape = this.#shape;
    const { scale } = this.#state;
    if (shape?.kind === 'circle') {
      this.#parts.push(
        `<circle cx="${num(this.#x(shape.x))}" cy="${num(this.#y(shape.y))}" r="${num(shape.radius * scale)}" ${look}/>`,
      );
    } else if (shape?.kind === 'rect') {
      const round = shape.radius > 0 ? ` rx="${num(shape.radius * scale)}"` : '';
      this.#parts.push(
        `<rect x="${num(this.#x(shape.x))}" y="${num(this.#y(shape.y))}" width="${num(shape.width * scale)}" height="${num(shape.height * scale)}"${round} ${look}/>`,
      );
    } else this.#parts.push(`<path d="${this.#path}" ${look}/>`);
  }

  #opacity(): string {
    return this.globalAlpha < 1 ? ` opacity="${num(this.globalAlpha)}"` : '';
  }

  #x(x: number): number {
    return this.#state.x + x * this.#state.scale;
  }

  #y(y: number): number {
    return this.#state.y + y * this.#state.scale;
  }

  #point(x: number, y: number): string {
    return `${num(this.#x(x))} ${num(this.#y(y))}`;
  }
}

/** Weight and size of a font as a canvas writes it: `600 13px …`. */
function fontOf(font: string): { weight: string; size: number } {
  const match = /^(?:(\d+) )?([\d.]+)px/.exec(font);
  return { weight: match?.[1] ?? '400', size: Number(match?.[2] ?? 10) };
}
