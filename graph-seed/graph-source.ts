import {
  findNodeAtLocation,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { LineOf, ValuePath } from './dataset-problems.ts';

/** The plain value of a graph file, with a way back from each value to its line. */
export interface GraphSource {
  value: unknown;
  lineOf: LineOf;
}

export interface SyntaxProblem {
  line: number;
  message: string;
}

/** More uses of YAML aliases than this are taken for an attempt to exhaust the memory. */
const MAX_ALIAS_COUNT = 100;

/** Reads YAML 1.2 (core schema: dates stay text). */
export function readYamlSource(text: string): GraphSource | { problems: SyntaxProblem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
  const problems = [...document.errors, ...document.warnings].map((problem) => ({
    line: lineAt(problem.pos[0]),
    message: `is not valid YAML: ${firstLine(problem.message)}`,
  }));
  if (problems.length > 0) return { problems };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
    return { value, lineOf: (path) => lineAt(yamlOffset(document, path)) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return {
      problems: [
        { line: 1, message: `uses YAML aliases that cannot be followed: ${firstLine(error.message)}` },
      ],
    };
  }
}

/** Reads JSON. Large files parse fast; the tree that knows the lines is built at the first question only. */
export function readJsonSource(text: string): GraphSource | { problems: SyntaxProblem[] } {
  let tree: JsonNode | undefined;
  const lineAt = lineFinder(text);
  const lineOf: LineOf = (path) => {
    tree ??= parseTree(text);
    return tree === undefined ? 1 : lineAt(jsonOffset(tree, path));
  };
  try {
    return { value: JSON.parse(text), lineOf };
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, { disallowComments: true });
    const [first] = errors;
    const line = first === undefined ? 1 : lineAt(first.offset);
    const what = first === undefined ? 'unexpected end' : printParseErrorCode(first.error);
    return { problems: [{ line, message: `is not valid JSON: ${what}` }] };
  }
}

/** Offset of the deepest part of the path that exists; of a pair, where its key stands. */
function yamlOffset(document: Document.Parsed, path: ValuePath): number {
  let offset = 0;
  let node: unknown = document.contents;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

function jsonOffset(tree: JsonNode, path: ValuePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

function lineFinder(text: string): (offset: number) => number {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
