import { layOutByForce } from './force-layout.ts';
import type { LayoutRequest } from './layout-model.ts';

addEventListener('message', (event: MessageEvent<LayoutRequest>) => {
  postMessage(layOutByForce(event.data));
});
