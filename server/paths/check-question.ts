import type { GraphNode } from '../contract/graph.ts';
import type { PathQuestion } from '../contract/paths.ts';
import type { FieldProblem } from '../contract/problem.ts';
import type { Identity } from '../database/graph-database.ts';
import { isSourceText } from '../queries/public-ids.ts';
import { checkContradictions } from './check-names.ts';

/** Ids of a question that no entity goes by. Empty when all is well. */
export function checkEnds(
  { from, to, via }: PathQuestion,
  nodes: ReadonlyMap<string, GraphNode>,
  identity: Identity,
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const checkNode = (field: string, id: string) => {
    const node = nodes.get(id);
    if (node === undefined) {
      problems.push({ field, problem: `there is no node with the id "${id.slice(0, 80)}"` });
    } else if (isSourceText(identity, node.labels)) {
      problems.push({ field, problem: 'is a document or a passage; paths run between entities' });
    }
  };
  checkNode('from', from);
  checkNode('to', to);
  for (const [i, id] of via.entries()) checkNode(`via.${i}`, id);
  return problems;
}

/** Wishes that contradict each other, whatever the graph holds. Empty when all is well. */
export function checkWishes(question: PathQuestion): FieldProblem[] {
  const { from, to, via, avoid, maxLength } = question;
  const problems: FieldProblem[] = [];
  const report = (field: string, problem: string) => problems.push({ field, problem });
  if (from === to) report('to', 'must be another node than from');
  for (const [i, id] of via.entries()) {
    if (id === from || id === to) report(`via.${i}`, 'must be another node than from and to');
    else if (via.indexOf(id) !== i) report(`via.${i}`, 'stands in via twice; a path passes a node once');
  }
  if (via.length + 1 > maxLength) {
    report('maxLength', `must be at least ${via.length + 1} to pass ${via.length} nodes on the way`);
  }
  for (const [i, id] of avoid.entries()) {
    if (id === from || id === to || via.includes(id))
      report(`avoid.${i}`, 'cannot be both on the path and avoided');
  }
  return [...problems, ...checkContradictions(question)];
}
