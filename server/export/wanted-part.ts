import { pathQuestionSchema } from '../contract/paths.ts';
import type { Value } from '../database/graph-database.ts';
import type { Report } from '../exchange/export-options.ts';
import { answerPathQuestion } from '../paths/answer-path-question.ts';
import { InvalidQuestion, type WalkLimits } from '../paths/walk-context.ts';
import { openWalk } from '../paths/walk-graph.ts';
import { explorable, nodeIdOf, relationshipIdOf } from '../queries/public-ids.ts';
import type { QueryContext } from '../queries/query-context.ts';
import { textOf } from '../queries/read-rows.ts';
import { ExportRefused } from './export-target.ts';

/** What of the graph is to be written, by public ids. */
export interface WantedPart {
  nodeIds: readonly string[];
  /** Left out: every relationship among the nodes. */
  relationshipIds?: readonly string[];
  /** For a report. */
  about?: Pick<Report, 'question' | 'paths'>;
}

/**
 * The shortest paths from the first node to the last by way of those between, with all relationships of each hop.
 * Rejects with `ExportRefused` where there is none or the question cannot be asked.
 */
export async function partOfPath(
  { database }: QueryContext,
  ids: readonly string[],
  limits: WalkLimits,
): Promise<WantedPart> {
  const [from, ...via] = ids;
  const to = via.pop();
  const question = pathQuestionSchema.safeParse({ from, to, via, mode: 'all-shortest' });
  if (!question.success) throw new ExportRefused('--path takes two to six ids: FROM,TO or FROM,VIA,TO');
  try {
    const { paths, graph, reason } = await answerPathQuestion(
      await openWalk({ database }, limits),
      question.data,
      limits,
    );
    if (paths.length === 0) throw new ExportRefused(reason ?? 'There is no such path');
    const captions = new Map(graph.nodes.map(({ id, caption }) => [id, caption]));
    const named = ids.map((id) => captions.get(id) ?? id);
    return {
      nodeIds: graph.nodes.map(({ id }) => id),
      relationshipIds: graph.relationships.map(({ id }) => id),
      about: { question: `The shortest paths: ${named.join(' – ')}`, paths },
    };
  } catch (error) {
    throw error instanceof InvalidQuestion ? new ExportRefused(`--path: ${error.message}`) : error;
  }
}

/**
 * The nodes and relationships that a query returns, also within lists, maps and paths, and the ends of the
 * relationships; where it returns no relationship, those among the nodes. Documents and passages are left out.
 * Rejects with `ExportRefused` where it returns neither, and with a `DatabaseError` where it fails or writes.
 */
export async function partOfQuery(context: QueryContext, cypher: string): Promise<WantedPart> {
  const { database, options } = context;
  const nodes = new Set<string>();
  const starts = new Map<string, string>();
  for (const row of await database.read(cypher, {}, options)) gather(row, nodes, starts);
  const identity = await database.identity(options);
  const found = await database.read(
    `MATCH (n) WHERE elementId(n) IN $ids AND ${explorable(identity, 'n')} RETURN ${nodeIdOf(identity, 'n')} AS id`,
    { ids: [...nodes] },
    options,
  );
  const nodeIds = new Set(found.map((row) => textOf(row, 'id')));
  const tied = await database.read(
    `MATCH (a)-[r]->(b)
     WHERE elementId(a) IN $ids AND ${explorable(identity, 'a')} AND ${explorable(identity, 'b')}
     RETURN elementId(r) AS element, ${relationshipIdOf(identity, 'r', 'a', 'b')} AS id,
       ${nodeIdOf(identity, 'a')} AS source, ${nodeIdOf(identity, 'b')} AS target`,
    { ids: [...new Set(starts.values())] },
    options,
  );
  const asked = tied.filter((row) => starts.has(textOf(row, 'element')));
  for (const row of asked) nodeIds.add(textOf(row, 'source')).add(textOf(row, 'target'));
  if (nodeIds.size === 0) {
    throw new ExportRefused('The query returned no node and no relationship; say for example RETURN a, r, b');
  }
  const part = { nodeIds: [...nodeIds], about: { question: cypher, paths: [] } };
  return asked.length === 0 ? part : { ...part, relationshipIds: asked.map((row) => textOf(row, 'id')) };
}

/** Element ids of the nodes in a value, and of the relationships each with that of the node where it starts. */
function gather(value: Value, nodes: Set<string>, starts: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && typeof value.elementId === 'string') {
    if (Array.isArray(value.labels)) nodes.add(value.elementId);
    else if (typeof value.startNodeElementId === 'string')
      starts.set(value.elementId, value.startNodeElementId);
    return;
  }
  for (const inner of Object.values(value)) gather(inner, nodes, starts);
}
