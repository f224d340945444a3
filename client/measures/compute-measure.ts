import type { MeasureMessage, MeasureRequest, MeasureResult } from './measure-model.ts';

interface Options {
  signal: AbortSignal;
  /** Shares from 0 to 1. */
  onProgress(share: number): void;
}

/** Computes a measure in a worker of its own. Aborting ends the worker and rejects with the signal's reason. */
export function computeMeasure(
  request: MeasureRequest,
  { signal, onProgress }: Options,
): Promise<MeasureResult> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { type: 'module' });
    const stop = () => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<MeasureMessage>) => {
      if ('progress' in data) {
        onProgress(data.progress);
        return;
      }
      stop();
      resolve(data.result);
    });
    worker.addEventListener('error', (event) => {
      stop();
      reject(new Error(`The numbers could not be computed: ${event.message}`));
    });
    worker.postMessage(request);
  });
}
