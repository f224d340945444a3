/**
 * What drawing needs of a canvas. A canvas is one such pen, `SvgPen` another: the same calls draw on the screen, in a PNG and
 * in an SVG, so that all show the same.
 */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'translate'
  | 'scale'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'quadraticCurveTo'
  | 'arc'
  | 'rect'
  | 'roundRect'
  | 'fill'
  | 'stroke'
  | 'clip'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
  | 'setLineDash'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
> & {
  /** Fills a path given as SVG writes it; what a canvas does by `Path2D`. */
  fillSvgPath?(path: string): void;
};
