import type { Position } from './layout-model.ts';

/** No picture is pulled further than this. */
const FURTHEST = 2.6;

/**
 * Pulls a picture that is flatter or narrower than the room higher or wider, so that it fills it. Nothing comes closer
 * together, so what covered nothing covers nothing still. In place.
 */
export function fillAspect(positions: Iterable<Position>, aspect: number): void {
  const all = [...positions];
  const extent = (axis: 'x' | 'y') => {
    let low = Infinity;
    let high = -Infinity;
    for (const position of all) {
      low = Math.min(low, position[axis]);
      high = Math.max(high, position[axis]);
    }
    return high - low;
  };
  const [width, height] = [extent('x'), extent('y')];
  if (!(width > 0 && height > 0)) return;
  const flat = width / height / aspect;
  const pull = Math.min(FURTHEST, Math.max(flat, 1 / flat));
  const axis = flat > 1 ? 'y' : 'x';
  for (const position of all) position[axis] *= pull;
}
