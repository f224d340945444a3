import type { GraphNode } from '../../../server/contract/graph.ts';
import type { PathQuestionInput } from '../../../server/contract/paths.ts';
import type { AroundQuestion } from '../location-hash.ts';

export type Example =
  | { kind: 'path'; words: string; question: PathQuestionInput; usesBackground: boolean }
  | { kind: 'around'; words: string; question: AroundQuestion }
  | { kind: 'node'; words: string; id: string };

const MOST = 3;

/** Questions about the graph that the project ships with, about how two things are tied; offered where all their nodes exist. */
const KNOWN_PATHS: readonly {
  words: string;
  from: string;
  to: string;
  via?: readonly string[];
  background?: true;
}[] = [
  {
    words: 'How is Japan tied to NATO, by way of the UK?',
    from: 'japan',
    via: ['uk'],
    to: 'nato',
    background: true,
  },
];

/** And about what lies around some of its nodes; offered where one of them exists. */
const KNOWN_AROUND: readonly (AroundQuestion & { words: string })[] = [
  {
    words: 'What threatens the status quo?',
    around: ['rules_order', 'status_quo_change', 'authoritarian_challenge'],
    types: ['THREATENS', 'UNDERMINES', 'POSES', 'WAGES', 'OPPOSES'],
    hops: 2,
  },
  {
    words: 'What did the summit change?',
    around: ['summit', 'washington_visit'],
    types: ['TRANSFORMED', 'REAFFIRMED', 'PRODUCED', 'EXPANDED', 'ESTABLISHES', 'STRENGTHENS', 'DEVELOPS'],
    hops: 2,
  },
];

interface Words {
  tied(from: string, to: string): string;
  around(name: string): string;
}

/** Up to three questions that this graph can answer: known ones first, else about its best connected nodes. */
export function exampleQuestions(
  nodes: ReadonlyMap<string, GraphNode>,
  degrees: ReadonlyMap<string, number>,
  words: Words,
): Example[] {
  const paths = KNOWN_PATHS.filter(({ from, to, via = [] }) =>
    [from, to, ...via].every((id) => nodes.has(id)),
  ).map(
    ({ words: sentence, from, to, via, background }): Example => ({
      kind: 'path',
      words: sentence,
      usesBackground: background === true,
      question: {
        from,
        to,
        ...(via ? { via: [...via] } : {}),
        ...(background ? { statuses: ['asserted', 'attributed', 'planned', 'background'] } : {}),
      },
    }),
  );
  const arounds = KNOWN_AROUND.flatMap(({ words: sentence, ...question }): Example[] => {
    const around = question.around.filter((id) => nodes.has(id));
    if (around.length === 0) return [];
    return [{ kind: 'around', words: sentence, question: { ...question, around } }];
  });
  return [...paths, ...arounds, ...aboutTheBestConnected(nodes, degrees, words)].slice(0, MOST);
}

function aboutTheBestConnected(
  nodes: ReadonlyMap<string, GraphNode>,
  degrees: ReadonlyMap<string, number>,
  words: Words,
): Example[] {
  const [first, second, third] = [...nodes.values()].toSorted(
    (a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0) || (a.caption < b.caption ? -1 : 1),
  );
  const examples: Example[] = [];
  if (first && second) examples.push(tie(first, second, words));
  if (first && third) examples.push(tie(third, first, words));
  if (first) examples.push({ kind: 'node', words: words.around(first.caption), id: first.id });
  return examples;
}

function tie(from: GraphNode, to: GraphNode, words: Words): Example {
  return {
    kind: 'path',
    words: words.tied(from.caption, to.caption),
    question: { from: from.id, to: to.id },
    usesBackground: false,
  };
}

/** A question about what lies around some nodes in words: its own when it is known, else by their names. */
export function wordsOfQuestion(
  { around, types }: AroundQuestion,
  nameOf: (id: string) => string,
  words: Pick<Words, 'around'>,
): string {
  const known = KNOWN_AROUND.find(
    (each) =>
      around.every((id) => each.around.includes(id)) &&
      types.length === each.types.length &&
      types.every((type) => each.types.includes(type)),
  );
  return known?.words ?? words.around(around.map(nameOf).join(', '));
}
