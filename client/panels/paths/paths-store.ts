import { create } from 'zustand';
import type { Path, PathAnswer, PathQuestionInput } from '../../../server/contract/paths.ts';
import { ApiProblem, isAway, plainDetail } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { workspace } from '../../workspace/workspace.ts';
import { lookAtHealth } from '../connection/query-client.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { chainOf, describeAnswer } from './describe-answer.ts';
import { type DraftQuestion, draftOf, EMPTY_DRAFT, type NodeName, questionOf } from './draft-question.ts';
import { putOnShow } from './put-on-show.ts';

export type Outcome =
  | { state: 'none' }
  | { state: 'asking' }
  | { state: 'cancelled' }
  | {
      state: 'failed';
      question: PathQuestionInput;
      detail: string;
      fields: ApiProblem['fields'];
      away: boolean;
    }
  | { state: 'answered'; question: PathQuestionInput; answer: PathAnswer };

interface PathsState {
  draft: DraftQuestion;
  outcome: Outcome;
  change(part: Partial<DraftQuestion>): void;
}

/** The path question on the screen, and what came of it. */
export const usePaths = create<PathsState>()((set) => ({
  draft: EMPTY_DRAFT,
  outcome: { state: 'none' },
  change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part } })),
}));

let running: AbortController | null = null;

/** Asks the question of the form, shows the first path, and says what was found. */
export async function askDraft(): Promise<void> {
  const question = questionOf(usePaths.getState().draft);
  if (question) await ask(question);
}

/** Asks a question from elsewhere: an example, a link, a relaxation. The form shows it. */
export async function askQuestion(
  question: PathQuestionInput,
  names: readonly NodeName[] = [],
): Promise<void> {
  useScreen.getState().openLeft('paths');
  usePaths.setState({ draft: draftOf(question, await findNames(question, names)) });
  await ask(question);
}

/** Asks again what could not be answered because the database or the server was away. */
export async function askAgainAfterAway(): Promise<void> {
  const { outcome } = usePaths.getState();
  if (outcome.state === 'failed' && outcome.away) await ask(outcome.question);
}

export function cancelAsking(): void {
  running?.abort();
}

/** Opens the form with one end filled in, and asks where both are. */
export function beginTrace(end: 'from' | 'to', node: NodeName): void {
  usePaths.getState().change({ [end]: { id: node.id, caption: node.caption, labels: node.labels } });
  useScreen.getState().openLeft('paths');
}

async function ask(question: PathQuestionInput): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  usePaths.setState({ outcome: { state: 'asking' } });
  try {
    const answer = await call('paths', { body: question, signal: controller.signal });
    const [first] = answer.paths;
    if (first) await putOnShow(first, answer.graph, controller.signal);
    if (running !== controller) return;
    usePaths.setState({ outcome: { state: 'answered', question, answer } });
    useScreen.getState().announce(first ? announcementOf(answer, first) : describeAnswer(answer));
  } catch (error) {
    if (running !== controller) return;
    usePaths.setState({ outcome: outcomeOf(error, question, controller.signal) });
    if (isAway(error)) lookAtHealth();
  } finally {
    if (running === controller) running = null;
  }
}

function announcementOf(answer: PathAnswer, path: Path): string {
  const captions = new Map(answer.graph.nodes.map((node) => [node.id, node.caption]));
  return text.paths.announceFound(
    describeAnswer(answer),
    chainOf(path, (id) => captions.get(id) ?? id),
  );
}

function outcomeOf(error: unknown, question: PathQuestionInput, signal: AbortSignal): Outcome {
  if (signal.aborted) return { state: 'cancelled' };
  const fields = error instanceof ApiProblem ? error.fields : [];
  useScreen.getState().announce(`${text.paths.failed}. ${plainDetail(error)}`);
  return { state: 'failed', question, detail: plainDetail(error), fields, away: isAway(error) };
}

/** Names for the ids of a question, from what is known or else from the server. */
async function findNames(
  question: PathQuestionInput,
  names: readonly NodeName[],
): Promise<(id: string) => NodeName> {
  const known = new Map(names.map((name) => [name.id, name]));
  const { draft } = usePaths.getState();
  for (const name of [draft.from, draft.to, ...draft.via, ...draft.avoid]) if (name) known.set(name.id, name);
  const wanted = [question.from, question.to, ...(question.via ?? []), ...(question.avoid ?? [])];
  await Promise.all(
    wanted.map(async (id) => {
      if (known.has(id)) return;
      const node = workspace.getState().content.nodes.get(id) ?? (await fetchName(id));
      if (node) known.set(id, node);
    }),
  );
  return (id) => known.get(id) ?? { id, caption: id, labels: [] };
}

async function fetchName(id: string): Promise<NodeName | null> {
  try {
    return (await call('node', { params: { id } })).node;
  } catch {
    // The question itself will say what is wrong with this id.
    return null;
  }
}
