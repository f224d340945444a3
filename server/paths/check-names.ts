import type { LinkFilter } from '../contract/paths.ts';
import type { FieldProblem } from '../contract/problem.ts';
import { listLabels, listTypes } from '../queries/list-names.ts';
import type { QueryContext } from '../queries/query-context.ts';
import { type Known, readNodes } from './read-linked.ts';

/** Names that a problem lists at most. */
const MOST_LISTED = 30;

/**
 * Types and labels of a question that the graph has none of, each with what it has, and avoided nodes that it has not.
 * Empty when all is well. Nodes that are not `known` are read.
 */
export async function checkNames(
  context: QueryContext,
  filter: Omit<LinkFilter, 'statuses' | 'asOf'>,
  known?: Known,
): Promise<FieldProblem[]> {
  const { types, avoidTypes, labels, avoidLabels } = filter;
  const of = async (asked: Record<string, readonly string[]>, list: typeof listTypes, kind: string) => {
    if (Object.values(asked).every((names) => names.length === 0)) return [];
    const there = await list(context);
    return Object.entries(asked).flatMap(([field, names]) =>
      names.flatMap((name, i) => {
        if (there.includes(name)) return [];
        const problem = `there is no ${kind} "${name.slice(0, 80)}"; must be one of ${listed(there)}`;
        return [{ field: `${field}.${i}`, problem }];
      }),
    );
  };
  const problems = await Promise.all([
    of({ types, avoidTypes }, listTypes, 'relationship type'),
    of({ labels, avoidLabels }, listLabels, 'label'),
    avoidedNobodyKnows(context, filter, known),
  ]);
  return problems.flat();
}

/** Types and labels that a question asks for and avoids at once. Empty when all is well. */
export function checkContradictions({ types, avoidTypes, labels, avoidLabels }: LinkFilter): FieldProblem[] {
  const both = (avoided: readonly string[], asked: readonly string[], field: string, among: string) =>
    avoided.flatMap((name, i) =>
      asked.includes(name)
        ? [{ field: `${field}.${i}`, problem: `"${name}" is both asked for in ${among} and avoided` }]
        : [],
    );
  return [
    ...both(avoidTypes, types, 'avoidTypes', 'types'),
    ...both(avoidLabels, labels, 'avoidLabels', 'labels'),
  ];
}

async function avoidedNobodyKnows(
  context: QueryContext,
  { avoid }: Pick<LinkFilter, 'avoid'>,
  known?: Known,
): Promise<FieldProblem[]> {
  if (avoid.length === 0) return [];
  const nodes = await readNodes(context, avoid, known);
  return avoid.flatMap((id, i) =>
    nodes.has(id)
      ? []
      : [{ field: `avoid.${i}`, problem: `there is no node with the id "${id.slice(0, 80)}"` }],
  );
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return `${names.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
