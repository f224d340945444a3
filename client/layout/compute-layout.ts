import type { LayoutName, LayoutRequest, NewcomersRequest, Positions, ReportShare } from './layout-model.ts';
import type { LayoutMessage, LayoutOrder, LayoutReply } from './layout-worker.ts';

interface Manner {
  signal?: AbortSignal;
  /** Hears how much is done. */
  report?: ReportShare;
  /** Hears passable places of a large graph, long before it is done; the layout goes on when this is done with them. */
  early?: (positions: Positions) => Promise<unknown>;
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
  return askWorker({ name, request, wantsEarly: manner.early !== undefined }, manner);
}

/** As `computeLayout`, for places of newcomers only; what is placed does not move. */
export function computeNewcomers(request: NewcomersRequest, signal?: AbortSignal): Promise<Positions> {
  return askWorker({ newcomers: request }, signal ? { signal } : {});
}

function askWorker(order: LayoutOrder, { signal, report, early }: Manner): Promise<Positions> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = takeWorker();
    const tell = (message: LayoutMessage) => worker.postMessage(message);
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
      if ('early' in data) {
        void early?.(data.early).then(() => tell('go-on'));
        return;
      }
      stop();
      resolve(data.positions);
    });
    worker.addEventListener('error', (event) => {
      stop();
      reject(new Error(`The layout failed: ${event.message}`));
    });
    tell(order);
  });
}
