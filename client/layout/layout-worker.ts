import type { LayoutName, LayoutRequest, NewcomersRequest, Positions } from './layout-model.ts';
import { placeNewcomers } from './place-newcomers.ts';
import { runLayout } from './run-layout.ts';

/** What the worker is asked, once: a layout, or places for newcomers only. */
export type LayoutOrder = { name: LayoutName; request: LayoutRequest } | { newcomers: NewcomersRequest };

/** What it answers: how much is done, 0 to 1, and at the end the positions. */
export type LayoutReply = { share: number } | { positions: Positions };

const reply = (message: LayoutReply) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if ('newcomers' in data) reply({ positions: placeNewcomers(data.newcomers) });
  else reply({ positions: runLayout(data.name, data.request, (share) => reply({ share })) });
});
