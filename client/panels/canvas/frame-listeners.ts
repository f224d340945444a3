type Listener = () => void;

const listeners = new Set<Listener>();

/** Hears of each frame of the drawing until the returned function is called. */
export function onFrame(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** To be called for each frame. */
export function frameDrawn(): void {
  for (const listener of listeners) listener();
}

/** Milliseconds after which a page that is not looked at, and gets no frames, goes on all the same. */
const FRAMES_AT_MOST = 2000;

/** Until what was handed over is on the screen. */
export function framesShown(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const late = new Promise<void>((resolve) => setTimeout(resolve, FRAMES_AT_MOST));
  const shown = async () => {
    for (let count = 0; count < 3; count++) await frame();
  };
  return Promise.race([shown(), late]);
}
