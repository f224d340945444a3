import type { Passage } from '../../../server/contract/documents.ts';
import { call } from '../../api/call.ts';
import { isolatePart } from '../../workspace/steps/hide-nodes.ts';
import { workspace } from '../../workspace/workspace.ts';
import { restingOn } from '../reading/split-passage.ts';
import type { WordsPlace } from '../reading-place.ts';
import { type LitPart, useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { bringIn } from './bring-in.ts';
import { lookAt, lookAtAll } from './view-trail.ts';

/** Lights all that rests on some words of a passage; the one thing is selected where it is only one. */
export function lightWords(passage: Passage, place: WordsPlace): void {
  const resting = restingOn(passage, place.start, place.end);
  const words = passage.text.slice(place.start, place.end).trim();
  const screen = useScreen.getState();
  screen.read({ documentId: place.documentId });
  lightPart({ words, ...resting, place });
  const [node] = resting.nodeIds;
  const [relationship] = resting.relationshipIds;
  const isOne = resting.nodeIds.length + resting.relationshipIds.length === 1;
  const { select } = workspace.getState();
  if (isOne && node !== undefined) select({ kind: 'node', id: node });
  else if (isOne && relationship !== undefined) select({ kind: 'relationship', id: relationship });
  else select(null);
}

/** Lights a part with the ends of its relationships, says how much it is, and looks where it is off screen. */
export function lightPart(part: LitPart): void {
  const { relationships } = workspace.getState().content;
  const nodeIds = new Set(part.nodeIds);
  for (const id of part.relationshipIds) {
    const relationship = relationships.get(id);
    if (relationship) nodeIds.add(relationship.source).add(relationship.target);
  }
  const lit = { ...part, nodeIds: [...nodeIds] };
  const { lightPart: light, announce } = useScreen.getState();
  light(lit);
  announce(text.lit.announce(lit.words, lit.nodeIds.length, lit.relationshipIds.length));
  requestAnimationFrame(() => lookAt(lit.nodeIds, 'select'));
}

/** Leaves nothing but the lit part on the canvas, as one step. */
export function showOnly({ words, nodeIds, relationshipIds }: LitPart): void {
  workspace.getState().step(text.steps.only(shorten(words)), isolatePart(nodeIds, relationshipIds));
  requestAnimationFrame(() => lookAtAll('step'));
}

/** Puts on the canvas what of a lit part has not been gathered. */
export async function bringPart(part: LitPart): Promise<void> {
  const { content } = workspace.getState();
  const missing = missingOf(part, content);
  const [found, alone] = await Promise.all([
    Promise.all(missing.relationshipIds.map((id) => call('relationship', { params: { id } }))),
    Promise.all(missing.nodeIds.map((id) => call('node', { params: { id } }))),
  ]);
  const nodes = [
    ...found.flatMap(({ source, target }) => [source, target]),
    ...alone.map(({ node }) => node),
  ];
  const relationships = found.map(({ relationship }) => relationship);
  await bringIn(text.steps.bring(shorten(part.words)), { nodes, relationships });
  lightPart(part);
}

/** What of a part has not been gathered. */
export function missingOf(
  { nodeIds, relationshipIds }: LitPart,
  content: { nodes: ReadonlyMap<string, unknown>; relationships: ReadonlyMap<string, unknown> },
): { nodeIds: string[]; relationshipIds: string[] } {
  return {
    nodeIds: nodeIds.filter((id) => !content.nodes.has(id)),
    relationshipIds: relationshipIds.filter((id) => !content.relationships.has(id)),
  };
}

const LONGEST = 48;

function shorten(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
}
