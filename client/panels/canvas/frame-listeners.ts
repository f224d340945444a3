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
