import type { Connection, ConnectionRequest } from '../../../server/contract/neighbourhoods.ts';
import { call } from '../../api/call.ts';
import type { NodeName } from '../../workspace/workspace.ts';
import type { AnswerPart } from '../paths/answer-part.ts';
import { putOnShow } from '../paths/put-on-show.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { createAsking } from '../trace/asking.ts';

export interface ConnectQuestion {
  nodes: readonly NodeName[];
  statuses: ConnectionRequest['statuses'];
}

/** Asks what connects some nodes; the answer is lit. */
export const {
  useAsked: useConnectAsked,
  ask: askConnect,
  cancel: cancelConnect,
} = createAsking<ConnectQuestion, Connection>(
  ({ nodes, statuses }, signal) =>
    call('connect', { body: { nodeIds: nodes.map(({ id }) => id), statuses }, signal }),
  async (question, answer, number) => {
    if (!answer.connected) return useScreen.getState().announce(text.connect.apart);
    await putOnShow(connectedPart(question, answer), { group: groupOfConnect(number), look: true });
    useScreen.getState().announce(connectedWords(answer));
  },
);

/** What connects them as the part of the graph that it is. */
export function connectedPart({ nodes }: ConnectQuestion, answer: Connection): AnswerPart {
  return {
    nodeIds: answer.nodeIds,
    relationshipIds: answer.ties.flatMap(({ relationships }) =>
      relationships.slice(0, 1).map(({ id }) => id),
    ),
    graph: answer.graph,
    title: text.connect.title(namesOfNodes(nodes)),
  };
}

export function connectedWords({ nodeIds, ties, proven }: Connection): string {
  const size = text.connect.found(nodeIds.length, ties.length);
  return `${size} ${proven ? text.connect.proven : text.connect.notProven}`;
}

export function namesOfNodes(nodes: readonly NodeName[]): string {
  return text.paths.asked.list(nodes.map(({ caption }) => caption));
}

export function groupOfConnect(number: number): string {
  return `connect ${number}`;
}
