import { create } from 'zustand';
import type { Path, PathAnswer, PathQuestionInput } from '../../../server/contract/paths.ts';
import { ApiProblem, isAway, plainDetail } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { type NodeName, workspace } from '../../workspace/workspace.ts';
import { findNames } from '../acts/find-names.ts';
import { lookAtHealth } from '../connection/query-client.ts';
import { useScreen } from '../screen-store.ts';
import { text } from '../text.ts';
import { showTask } from '../trace/trace-task.ts';
import { chainOf, describeAnswer } from './describe-answer.ts';
import { changeWords } from './describe-question.ts';
import { type DraftQuestion, draftOf, EMPTY_DRAFT, questionOf } from './draft-question.ts';
import { partOfPath, putOnShow } from './put-on-show.ts';

/** What a relaxation changed, and the question that it changed. */
export interface Relaxed {
  words: string;
  before: PathQuestionInput;
}

export interface Answered {
  state: 'answered';
  question: PathQuestionInput;
  /** The nodes of the question by id; the form may have changed since. */
  names: ReadonlyMap<string, NodeName>;
  answer: PathAnswer;
  /** Its paths take each other's place in the history. */
  group: string;
  relaxed: Relaxed | null;
}

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
  | Answered;

/** Changes parts of the draft; a function gets it as it is by then, for what is done long after it was offered. */
export type ChangeDraft = (
  part: Partial<DraftQuestion> | ((now: DraftQuestion) => Partial<DraftQuestion>),
) => void;

interface PathsState {
  draft: DraftQuestion;
  outcome: Outcome;
  change: ChangeDraft;
}

/** The path question on the screen, and what came of it. */
export const usePaths = create<PathsState>()((set) => ({
  draft: EMPTY_DRAFT,
  outcome: { state: 'none' },
  // What was wrong with a field is over once something is changed.
  change: (part) =>
    set(({ draft, outcome }) => ({
      draft: { ...draft, ...(typeof part === 'function' ? part(draft) : part) },
      outcome: outcome.state === 'failed' ? { state: 'none' } : outcome,
    })),
}));

let running: AbortController | null = null;
let asked = 0;
/** Goes up with each question that is filled in or asked: names that come late are of one that is past. */
let turn = 0;

/** Asks the question of the form, shows the first path, and says what was found. */
export async function askDraft(): Promise<void> {
  const question = questionOf(usePaths.getState().draft);
  if (question) await ask(question, null);
}

/** Asks a question from elsewhere: an example, a link. The form shows it. */
export async function askQuestion(
  question: PathQuestionInput,
  names: readonly NodeName[] = [],
): Promise<void> {
  if (await fillIn(question, names)) await ask(question, null);
}

/** Asks a question that asks for less than the one before, and remembers what changed. */
export async function askRelaxed(question: PathQuestionInput, before: PathQuestionInput): Promise<void> {
  if (!(await fillIn(question, []))) return;
  const names = namesInDraft();
  const words = changeWords(before, question, (id) => names.get(id)?.caption ?? id);
  await ask(question, { words: text.paths.asked.list(words), before });
}

/** Fills a question in without asking it; false where another one came before the names of this one did. */
export async function fillIn(question: PathQuestionInput, names: readonly NodeName[]): Promise<boolean> {
  turn += 1;
  const mine = turn;
  showTask('path');
  useScreen.getState().openLeft('paths');
  const ids = [question.from, question.to, ...(question.via ?? []), ...(question.avoid ?? [])];
  const nameOf = await findNames(ids, [...namesInDraft().values(), ...names]);
  if (mine !== turn) return false;
  usePaths.setState({ draft: draftOf(question, nameOf), outcome: { state: 'none' } });
  return true;
}

/** Asks again what could not be answered because the database or the server was away. */
export async function askAgainAfterAway(): Promise<void> {
  const { outcome } = usePaths.getState();
  if (outcome.state === 'failed' && outcome.away) await ask(outcome.question, null);
}

export function cancelAsking(): void {
  running?.abort();
}

/** Opens the form with one end filled in, and asks where both are. */
export function beginTrace(end: 'from' | 'to', node: NodeName): void {
  if (workspace.getState().content.own.nodes.has(node.id)) {
    useScreen.getState().say(text.import.noPathsHere(node.caption));
    return;
  }
  usePaths.getState().change({ [end]: { id: node.id, caption: node.caption, labels: node.labels } });
  showTask('path');
  useScreen.getState().openLeft('paths');
}

/** Asks for the path between two nodes, with whatever else the form says but its stops. */
export async function traceBetween(from: NodeName, to: NodeName): Promise<void> {
  const name = ({ id, caption, labels }: NodeName) => ({ id, caption, labels });
  usePaths.getState().change({ from: name(from), to: name(to), via: [] });
  showTask('path');
  useScreen.getState().openLeft('paths');
  await askDraft();
}

/** The nodes that the form names, by id. */
export function namesInDraft(): Map<string, NodeName> {
  const { draft } = usePaths.getState();
  const named = [draft.from, draft.to, ...draft.via, ...draft.avoid];
  return new Map(named.flatMap((name) => (name ? [[name.id, name]] : [])));
}

async function ask(question: PathQuestionInput, relaxed: Relaxed | null): Promise<void> {
  running?.abort();
  const controller = new AbortController();
  running = controller;
  asked += 1;
  turn += 1;
  const group = `paths ${asked}`;
  const names = namesInDraft();
  usePaths.setState({ outcome: { state: 'asking' } });
  try {
    const answer = await call('paths', { body: question, signal: controller.signal });
    const [first] = answer.paths;
    if (first) {
      await putOnShow(partOfPath(first, answer.graph), { group, look: true, signal: controller.signal });
    }
    if (running !== controller) return;
    usePaths.setState({ outcome: { state: 'answered', question, names, answer, group, relaxed } });
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
  const reasons = fields.map(({ field, problem }) => `${field}: ${problem}`);
  useScreen.getState().announce(`${text.paths.failed}. ${reasons.join('; ') || plainDetail(error)}`);
  return { state: 'failed', question, detail: plainDetail(error), fields, away: isAway(error) };
}
