import type { LayoutName, LayoutRequest, NewcomersRequest, Positions } from './layout-model.ts';
import { placeNewcomers } from './place-newcomers.ts';
import { quickPlaces } from './quick-places.ts';
import { runLayout } from './run-layout.ts';

/** Above this many nodes the wait is long enough for passable places to be worth their time. */
const EARLY_FROM = 700;

interface WholeOrder {
  name: LayoutName;
  request: LayoutRequest;
  /** Whether passable places are of use before all is done. */
  wantsEarly: boolean;
}

/** What the worker is asked, once: a layout, or places for newcomers only. */
export type LayoutOrder = WholeOrder | { newcomers: NewcomersRequest };

/** An answer with early places is followed by `go-on` when the rest may begin. */
export type LayoutMessage = LayoutOrder | 'go-on';

/** What it answers: how much is done, 0 to 1, and at the end the positions. */
export type LayoutReply = { share: number } | { early: Positions } | { positions: Positions };

const reply = (message: LayoutReply) => postMessage(message);

let waiting: WholeOrder | null = null;

addEventListener('message', ({ data }: MessageEvent<LayoutMessage>) => {
  if (data === 'go-on') {
    if (waiting) finish(waiting);
  } else if ('newcomers' in data) {
    reply({ positions: placeNewcomers(data.newcomers) });
  } else if (data.wantsEarly && data.request.nodes.length > EARLY_FROM) {
    waiting = data;
    reply({ early: quickPlaces(data.request) });
  } else finish(data);
});

function finish({ name, request }: WholeOrder): void {
  reply({ positions: runLayout(name, request, (share) => reply({ share })) });
}
