import type { LayoutRequest, Positions } from './layout-model.ts';

/**
 * Positions for a graph, computed in a worker of its own so that the page stays quick. Aborting ends the worker and
 * rejects with the signal's reason. Positions are in layout units, y pointing up.
 */
export function computeLayout(
  request: LayoutRequest,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Positions> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const stop = () => {
      worker.terminate();
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', (event: MessageEvent<Positions>) => {
      stop();
      resolve(event.data);
    });
    worker.addEventListener('error', (event) => {
      stop();
      reject(new Error(`The layout failed: ${event.message}`));
    });
    worker.postMessage(request);
  });
}
