import type { LayoutName, LayoutRequest, Positions } from './layout-model.ts';
import { runLayout } from './run-layout.ts';

/** What the worker is asked, once. */
export interface LayoutOrder {
  name: LayoutName;
  request: LayoutRequest;
}

/** What it answers: how much is done, 0 to 1, and at the end the positions. */
export type LayoutReply = { share: number } | { positions: Positions };

const reply = (message: LayoutReply) => postMessage(message);

addEventListener('message', ({ data: { name, request } }: MessageEvent<LayoutOrder>) => {
  reply({ positions: runLayout(name, request, (share) => reply({ share })) });
});
