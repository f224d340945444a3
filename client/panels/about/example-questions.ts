import type { GraphNode } from '../../../server/contract/graph.ts';
import type { PathQuestionInput } from '../../../server/contract/paths.ts';

export type Example =
  | { kind: 'path'; words: string; question: PathQuestionInput; usesBackground: boolean }
  | { kind: 'node'; words: string; id: string };

const MOST = 3;

/** Questions about the graph that the project ships with; offered where all their nodes exist. */
const KNOWN: readonly {
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
  { words: 'What ties Nishimura to Homeland Security?', from: 'nishimura', to: 'dhs' },
  { words: 'Who links the Global South and the TPP?', from: 'global_south', to: 'tpp' },
  { words: 'What ties Okinawa to the US Navy?', from: 'okinawa', to: 'us_navy' },
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
  const known = KNOWN.filter(({ from, to, via = [] }) => [from, to, ...via].every((id) => nodes.has(id))).map(
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
  return [...known, ...aboutTheBestConnected(nodes, degrees, words)].slice(0, MOST);
}

function aboutTheBestConnected(
  nodes: ReadonlyMap<string, GraphNode>,
  degrees: ReadonlyMap<string, number>,
  words: Words,
): Example[] {
  const [first, second, third] = [...nodes.values()].toSorted(
    (a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0) || a.caption.localeCompare(b.caption),
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
