import type { LayoutName, LayoutRequest, NewcomersRequest, Positions } from './layout-model.ts';
import { placeNewcomers } from './place-newcomers.ts';
import { quickPlaces } from './quick-places.ts';
import { runLayout } from './run-layout.ts';

/** Above this many nodes the wait is long enough for passable places to be worth their time. */
const EARLY_FROM = 700;

/** What the worker is asked, once: a layout, or places for newcomers only. */
export type LayoutOrder =
  | {
      name: LayoutName;
      request: LayoutRequest;
      /** Whether passable places are of use before all is done. */
      wantsEarly: boolean;
    }
  | { newcomers: NewcomersRequest };

/** What it answers: how much is done, 0 to 1, and at the end the positions. */
export type LayoutReply = { share: number } | { early: Positions } | { positions: Positions };

const reply = (message: LayoutReply) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  if ('newcomers' in data) return reply({ positions: placeNewcomers(data.newcomers) });
  const { name, request, wantsEarly } = data;
  if (wantsEarly && request.nodes.length > EARLY_FROM) reply({ early: quickPlaces(request) });
  reply({ positions: runLayout(name, request, (share) => reply({ share })) });
});
