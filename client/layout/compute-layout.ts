import type { LayoutName, LayoutRequest, NewcomersRequest, Positions, ReportShare } from './layout-model.ts';
import type { LayoutOrder, LayoutReply } from './layout-worker.ts';

interface Manner {
  signal?: AbortSignal;
  /** Hears how much is done. */
  report?: ReportShare;
}

let spare: Worker | null = null;

function createWorker(): Worker {
  return new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
}

/** Starts a worker for the next layout, where one is sure to come. */
export function prepareLayout(): void {
  spare ??= createWorker();
}

function takeWorker(): Worker {
  const worker = spare ?? createWorker();
  spare = null;
  return worker;
}

/**
 * Positions for a graph, computed in a worker of its own so that the page stays quick. Aborting ends the worker and
 * rejects with the signal's reason. Positions are in layout units, y pointing up.
 */
export function computeLayout(
  name: LayoutName,
  request: LayoutRequest,
  manner: Manner = {},
): Promise<Positions> {
  return askWorker({ name, request }, manner);
}

/** As `computeLayout`, for places of newcomers only; what is placed does not move. */
export function computeNewcomers(request: NewcomersRequest, signal?: AbortSignal): Promise<Positions> {
  return askWorker({ newcomers: request }, signal ? { signal } : {});
}

function askWorker(order: LayoutOrder, { signal, report }: Manner): Promise<Positions> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = takeWorker();
    const stop = () => {
      worker.terminate();
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', abort);
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutReply>) => {
      if ('share' in data) return report?.(data.share);
      stop();
      resolve(data.positions);
    });
    worker.addEventListener('error', (event) => {
      stop();
      reject(new Error(`The layout failed: ${event.message}`));
    });
    worker.postMessage(order);
  });
}
