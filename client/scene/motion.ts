/** Milliseconds of a move that helps the eye follow; none is longer. */
export const MOVE_MS = 220;
export const FADE_MS = 150;

export function reducesMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Calls `step` each frame with a share from 0 to 1, eased out, the last time with 1. Under reduced motion only
 * that last call happens, at once. Returns how to stop it where it is.
 */
export function animate(milliseconds: number, step: (share: number) => void): () => void {
  if (reducesMotion()) {
    step(1);
    return () => {};
  }
  const start = performance.now();
  let frame = requestAnimationFrame(function tick(now) {
    const time = Math.min(1, Math.max(0, (now - start) / milliseconds));
    if (time < 1) frame = requestAnimationFrame(tick);
    step(1 - (1 - time) ** 3);
  });
  return () => cancelAnimationFrame(frame);
}
