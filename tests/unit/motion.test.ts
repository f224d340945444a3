import { afterEach, expect, it, vi } from 'vitest';
import { animate } from '../../client/scene/motion.ts';

afterEach(() => vi.unstubAllGlobals());

/** Frames that come when the test says so, for someone who wants motion reduced or not. */
function withFrames(reduced: boolean) {
  const waiting: FrameRequestCallback[] = [];
  vi.stubGlobal('window', {
    matchMedia: (query: string) => ({ matches: reduced && query.includes('reduce') }),
  });
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => waiting.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => waiting.splice(0));
  return (time: number) => {
    for (const frame of waiting.splice(0)) frame(time);
  };
}

it('moves a share further each frame, and ends at its goal', () => {
  const frame = withFrames(false);
  const shares: number[] = [];
  const now = performance.now();
  animate(200, (share) => shares.push(share));
  for (const after of [50, 100, 150, 5000, 6000]) frame(now + after);
  expect(shares.length).toBe(4);
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
});

it('is at its goal at once where motion is to be reduced', () => {
  const frame = withFrames(true);
  const shares: number[] = [];
  animate(200, (share) => shares.push(share));
  frame(performance.now() + 100);
  expect(shares).toEqual([1]);
});

it('stays where it is when it is stopped', () => {
  const frame = withFrames(false);
  const shares: number[] = [];
  const now = performance.now();
  const stop = animate(200, (share) => shares.push(share));
  frame(now + 50);
  stop();
  frame(now + 5000);
  expect(shares.length).toBe(1);
});
