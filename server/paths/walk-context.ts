import type { LinkFilter } from '../contract/paths.ts';
import type { FieldProblem } from '../contract/problem.ts';
import { isSourceText } from '../queries/public-ids.ts';
import { checkContradictions, checkNames } from './check-names.ts';
import { readNodes } from './read-linked.ts';
import { SearchBudget } from './search-budget.ts';
import type { WalkGraph } from './walk-graph.ts';

export interface WalkLimits {
  /** Milliseconds that a question may take. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** Relationships read for one question at most. */
export const MOST_LINKS = 2_000_000;
/** Steps of the enumeration at most. */
export const MOST_STEPS = 5_000_000;

/** Milliseconds beyond the search's own in which what was found is read in full. */
export const RESULT_MS = 5_000;

/** A question that cannot be asked, with the fields at fault. */
export class InvalidQuestion extends Error {
  override name = 'InvalidQuestion';
  readonly fields: FieldProblem[];

  constructor(fields: FieldProblem[]) {
    super(fields.map(({ field, problem }) => `${field} ${problem}`).join('; '));
    this.fields = fields;
  }
}

export function budgetOf({ timeoutMs, signal }: WalkLimits): SearchBudget {
  return new SearchBudget({ time: timeoutMs, links: MOST_LINKS, steps: MOST_STEPS }, signal);
}

/**
 * Refuses ids that are not entities of the graph, types and labels that it has none of, and those both asked for and
 * avoided, naming the field of each.
 */
export async function requireEntities(
  { database, identity, held }: WalkGraph,
  ids: readonly (readonly [field: string, id: string])[],
  filter: LinkFilter,
  { timeoutMs, signal }: WalkLimits,
): Promise<void> {
  const options = { signal, timeoutMs };
  const wanted = ids.map(([, id]) => id);
  const context = { database, options };
  const [known, unknownNames] = await Promise.all([
    readNodes(context, wanted, held?.details),
    checkNames(context, filter, held?.details),
  ]);
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [field, id] of ids) {
    const node = known.get(id);
    if (node === undefined)
      problems.push({ field, problem: `there is no node with the id "${id.slice(0, 80)}"` });
    else if (isSourceText(identity, node.labels))
      problems.push({ field, problem: `"${id.slice(0, 80)}" is a document or a passage, not an entity` });
    if (seen.has(id)) problems.push({ field, problem: `"${id.slice(0, 80)}" is named twice` });
    seen.add(id);
    if (filter.avoid.includes(id))
      problems.push({ field, problem: `"${id.slice(0, 80)}" cannot be both asked about and avoided` });
  }
  problems.push(...checkContradictions(filter), ...unknownNames);
  if (problems.length > 0) throw new InvalidQuestion(problems);
}
