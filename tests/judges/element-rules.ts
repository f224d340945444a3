import type { XmlNode } from './xml-tree.ts';

/** A form of values by its name, for messages, and whether a text has it. */
export interface Form {
  name: string;
  holds: (text: string) => boolean;
}

/** Elements that may stand at one point of their parent, in any order among themselves. */
export interface Place {
  of: readonly string[];
  /** Of all of them together. */
  least?: number;
  most?: number;
}

export interface ElementRule {
  /** Left out, that of the file. */
  namespace?: string;
  /** Forms by name; `!` after the name of one that must be there. */
  attributes: Readonly<Record<string, Form>>;
  /** One place after another. */
  content: readonly Place[];
  text?: boolean;
}

export interface FormatRules {
  namespace: string;
  root: string;
  /** By name; where an element differs by its parent, by `parent/name` too. */
  elements: Readonly<Record<string, ElementRule>>;
}

/** Something that the published rules do not allow; `rule` is a short name to tell kinds of breaks apart. */
export interface Break {
  rule: string;
  line: number;
  message: string;
}

export const form = (name: string, pattern: RegExp): Form => ({ name, holds: (text) => pattern.test(text) });
export const oneOf = (...values: string[]): Form => ({
  name: values.join(' | '),
  holds: (text) => values.includes(text),
});
export const anyText: Form = { name: 'text', holds: () => true };
export const nmtoken = form('NMTOKEN', /^\s*[\p{L}\p{N}\p{M}._:\u00b7-]+\s*$/u);
export const count = form('count', /^\s*\+?\d+\s*$/);
export const truth = form('boolean', /^(true|false|1|0)$/);
export const day = form('date', /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?$/);

/** What of the structure is not allowed: elements, their order and number, attributes and the forms of their values. */
export function structureBreaks(root: XmlNode, rules: FormatRules): Break[] {
  const breaks: Break[] = [];
  const visit = (node: XmlNode, parent: string): void => {
    const rule = rules.elements[`${parent}/${node.name}`] ?? rules.elements[node.name];
    const say = (kind: string, message: string) =>
      void breaks.push({ rule: kind, line: node.line, message: `<${node.name}> ${message}` });
    if (rule === undefined) {
      say('element', 'is not known');
      return;
    }
    const namespace = rule.namespace ?? rules.namespace;
    if (node.namespace !== namespace) say('namespace', `is of "${node.namespace}", not of "${namespace}"`);
    attributeBreaks(node, rule, say);
    contentBreaks(node, rule, say);
    for (const child of node.children) visit(child, node.name);
  };
  if (root.name !== rules.root) {
    breaks.push({ rule: 'root', line: root.line, message: `<${root.name}> is not <${rules.root}>` });
  } else visit(root, '');
  return breaks;
}

type Say = (kind: string, message: string) => void;

function attributeBreaks(node: XmlNode, rule: ElementRule, say: Say): void {
  const forms = new Map(Object.entries(rule.attributes).map(([name, own]) => [name.replace('!', ''), own]));
  for (const name of Object.keys(rule.attributes)) {
    if (name.endsWith('!') && !node.attributes.has(name.slice(0, -1)))
      say('missing', `has no ${name.slice(0, -1)}`);
  }
  for (const [name, value] of node.attributes) {
    const own = forms.get(name);
    if (own === undefined) say('attribute', `has an attribute ${name}`);
    else if (!own.holds(value)) say(own.name, `${name} ${JSON.stringify(value)} is no ${own.name}`);
  }
}

function contentBreaks(node: XmlNode, rule: ElementRule, say: Say): void {
  if (rule.text !== true && node.text.trim() !== '') say('text', 'has text in it');
  let at = 0;
  let found = 0;
  const leave = () => {
    const place = rule.content[at];
    if (place !== undefined && found < (place.least ?? 0)) say('content', `lacks ${place.of.join(' or ')}`);
    at += 1;
    found = 0;
  };
  for (const { name } of node.children) {
    const later = rule.content.findIndex((place, index) => index >= at && place.of.includes(name));
    if (later < 0) {
      say('content', `has <${name}> in it, or has it too late`);
      continue;
    }
    while (at < later) leave();
    found += 1;
    if (found > (rule.content[at]?.most ?? Number.POSITIVE_INFINITY))
      say('content', `has <${name}> once too often`);
  }
  while (at < rule.content.length) leave();
}
