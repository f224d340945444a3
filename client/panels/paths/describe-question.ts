import { type PathQuestionInput, pathQuestionSchema } from '../../../server/contract/paths.ts';
import { formatDate, plainType } from '../../look/words.ts';
import { text } from '../text.ts';

const { asked: words } = text.paths;
const USUAL_STATUSES = pathQuestionSchema.shape.statuses.parse(undefined);

type Limits = Omit<PathQuestionInput, 'from' | 'to' | 'via'>;

/** "How is Japan tied to NATO, by way of the United Kingdom?" */
export function questionWords({ from, to, via = [] }: PathQuestionInput, nameOf: (id: string) => string) {
  return words.question(nameOf(from), nameOf(to), words.list(via.map(nameOf)));
}

/** Which paths are wanted, and each limit of the search, as phrases. */
export function limitWords(limits: Limits, nameOf: (id: string) => string): string[] {
  const { mode = 'shortest', k = 5, maxLength = 6, direction = 'any', asOf } = limits;
  const { types = [], avoidTypes = [], labels = [], avoidLabels = [], avoid = [] } = limits;
  return [
    words.modes[mode](k),
    words.maxLength(maxLength),
    words.directions[direction],
    statusWords(limits.statuses ?? USUAL_STATUSES),
    types.length > 0 && words.onlyLinks(words.list(types.map(quoted))),
    avoidTypes.length > 0 && words.withoutLinks(words.list(avoidTypes.map(quoted))),
    labels.length > 0 && words.onlyKinds(words.list(labels.map(plainType))),
    avoidLabels.length > 0 && words.withoutKinds(words.list(avoidLabels.map(plainType))),
    avoid.length > 0 && words.notThrough(words.list(avoid.map(nameOf))),
    asOf !== undefined && asOf !== '' && words.asOf(formatDate(asOf)),
  ].filter((phrase) => phrase !== false);
}

/** What two questions with the same ends differ in, as the phrases of the later one. */
export function changeWords(
  before: PathQuestionInput,
  after: PathQuestionInput,
  nameOf: (id: string) => string,
): string[] {
  const old = limitWords(before, nameOf);
  const now = limitWords(after, nameOf);
  const changed = now.filter((phrase) => !old.includes(phrase));
  const dropped = old.slice(4).filter((phrase) => !now.includes(phrase));
  const stops = (before.via ?? []).length > (after.via ?? []).length ? [words.withoutStops] : [];
  return [...stops, ...changed, ...dropped.map(words.dropped)];
}

function quoted(type: string): string {
  return `"${plainType(type)}"`;
}

function statusWords(statuses: readonly string[]): string {
  const usual = USUAL_STATUSES.every((status) => statuses.includes(status));
  const background = statuses.includes('background');
  if (usual) return background ? words.withBackground : words.withoutBackground;
  return words.onlyStatuses(words.list([...statuses]));
}
