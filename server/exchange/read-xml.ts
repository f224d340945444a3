import { SaxesParser } from 'saxes';
import { MOST_DEPTH, MOST_FIELDS } from './import-limits.ts';
import { found, type ImportProblems, type Place } from './import-problems.ts';

/** An element where it begins; a prefix such as `viz` or `y` is apart from its name. */
export interface XmlElement extends Place {
  name: string;
  prefix: string;
  attributes: ReadonlyMap<string, string>;
}

export interface XmlHandler {
  open(element: XmlElement): void;
  text(text: string): void;
  close(name: string, prefix: string): void;
}

/**
 * Reads XML as it comes, in memory that does not grow with it (the saxes package). A DOCTYPE that declares
 * anything is refused and none is fetched, so there is no entity to expand but the five of XML itself. What is
 * not well-formed, too deep or has too many attributes ends in a problem with its line.
 */
export async function readXml(
  texts: AsyncIterable<string>,
  problems: ImportProblems,
  handler: XmlHandler,
): Promise<void> {
  const parser = new SaxesParser({ position: true });
  let depth = 0;
  let attributeCount = 0;
  let start: Place = { line: 1 };
  const here = (back = 0): Place => ({ line: parser.line, column: Math.max(1, parser.column + 1 - back) });
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
    problems.stop(`is not well-formed XML: ${reason}`, here());
  });
  parser.on('doctype', (doctype) => {
    if (/<!|\[/.test(doctype)) {
      problems.stop('has a DOCTYPE with declarations of its own; entities are not read, take it out', here());
    }
  });
  parser.on('opentagstart', ({ name }) => {
    start = here(name.length + 2);
    attributeCount = 0;
  });
  parser.on('attribute', () => {
    attributeCount += 1;
    if (attributeCount > MOST_FIELDS) {
      problems.stop(`an element has more than ${MOST_FIELDS} attributes, which is the most`, here());
    }
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > MOST_DEPTH) {
      problems.stop(`has more than ${MOST_DEPTH} elements inside one another, which is the most`, start);
    }
    const [name, prefix] = split(tag.name);
    const attributes = new Map(Object.entries(tag.attributes));
    handler.open({ name, prefix, attributes, ...start });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(...split(tag.name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  for await (const text of texts) parser.write(text);
  parser.close();
}

function split(name: string): [name: string, prefix: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? [name, ''] : [name.slice(colon + 1), name.slice(0, colon)];
}

/** An attribute that must be there; a problem where it is not. */
export function needed(element: XmlElement, name: string, problems: ImportProblems): string | undefined {
  const value = element.attributes.get(name);
  if (value === undefined) problems.add(`<${element.name}> has no ${name}`, element, name);
  return value;
}

/** A number in an attribute; a problem where it is none. */
export function numberIn(element: XmlElement, name: string, problems: ImportProblems): number | undefined {
  const text = element.attributes.get(name);
  if (text === undefined) return undefined;
  // Some programs write the decimal comma of their language.
  const number = Number(text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2'));
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  problems.add(`${found(text)} is not a number`, element, `${element.name} ${name}`);
  return undefined;
}
