import { measureGraph } from './measure-graph.ts';
import type { MeasureMessage, MeasureRequest } from './measure-model.ts';

const send = (message: MeasureMessage) => postMessage(message);

addEventListener('message', (event: MessageEvent<MeasureRequest>) => {
  send({ result: measureGraph(event.data, (progress) => send({ progress })) });
});
