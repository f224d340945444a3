import { describe, expect, it } from 'vitest';
import { panBetween, type StageView, toScreen } from '../../client/scene/stage-view.ts';

const view: StageView = { width: 800, height: 600, scale: 1.5, originX: 400, originY: 300, nodeScale: 1 };

describe('panning', () => {
  it('is how far every place moved on the screen', () => {
    const after = { ...view, originX: 412, originY: 293 };
    const [from, to] = [view, after].map((each) => toScreen(each, { x: 31, y: -7 }));
    expect(panBetween(view, after)).toEqual({ x: 12, y: -7 });
    expect({ x: (to?.x ?? 0) - (from?.x ?? 0), y: (to?.y ?? 0) - (from?.y ?? 0) }).toEqual({ x: 12, y: -7 });
  });

  it('is none where the camera zoomed or the stage has another size', () => {
    expect(panBetween(view, { ...view, scale: 1.6 })).toBeNull();
    expect(panBetween(view, { ...view, width: 801 })).toBeNull();
  });
});
