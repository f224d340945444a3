import {
  anyText,
  type Break,
  count,
  day,
  type ElementRule,
  type Form,
  type FormatRules,
  form,
  oneOf,
  structureBreaks,
  truth,
} from './element-rules.ts';
import { everyNode, type XmlNode, xmlTree } from './xml-tree.ts';

/**
 * The rules of GEXF 1.3 by its schema (https://gexf.net/schema.html) and its primer. The schema leaves the namespace of
 * drawing out; its compact form and the primer have one, which counts here.
 */
const VIZ = 'http://gexf.net/1.3/viz';

const float = form('number', /^\s*([+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|-?INF|NaN)\s*$/);
const atLeastNought: Form = {
  name: 'number from 0',
  holds: (text) => float.holds(text) && Number(text) >= 0,
};
const channel: Form = { name: 'colour', holds: (text) => /^\d+$/.test(text) && Number(text) <= 255 };
const share: Form = {
  name: 'share',
  holds: (text) => float.holds(text) && Number(text) >= 0 && Number(text) <= 1,
};
const moment = form(
  'dateTime',
  /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
);
const TIME_FORMS: Record<string, Form> = {
  integer: form('integer', /^[+-]?\d+$/),
  double: float,
  date: day,
  dateTime: moment,
};
const time: Form = {
  name: 'time',
  holds: (text) => Object.values(TIME_FORMS).some((own) => own.holds(text)),
};
const direction = oneOf('directed', 'undirected', 'mutual');
const whole = (bits: bigint) => ({
  name: 'whole number',
  holds: (text: string) =>
    /^[+-]?\d+$/.test(text) && BigInt.asIntN(Number(bits), BigInt(text)) === BigInt(text),
});
const list = form('list', /^\s*\[[\s\S]*\]\s*$/);

/** Forms of values by the type of their attribute. */
const VALUES: Record<string, Form> = {
  string: anyText,
  anyURI: anyText,
  boolean: truth,
  integer: whole(32n),
  long: whole(64n),
  short: whole(16n),
  byte: whole(8n),
  biginteger: form('whole number', /^[+-]?\d+$/),
  bigdecimal: form('decimal number', /^[+-]?(\d+\.?\d*|\.\d+)$/),
  float,
  double: float,
  char: form('character', /^.$/su),
  ...Object.fromEntries(
    [
      'string',
      'boolean',
      'integer',
      'long',
      'float',
      'double',
      'byte',
      'short',
      'bigdecimal',
      'biginteger',
      'char',
    ].map((item) => [`list${item}`, list]),
  ),
};

const leaf = (attributes: ElementRule['attributes'] = {}): ElementRule => ({ attributes, content: [] });
const words: ElementRule = { attributes: {}, content: [], text: true };
const drawn = (attributes: ElementRule['attributes']) => ({ ...leaf(attributes), namespace: VIZ });
const many = (...of: string[]) => [{ of }];
const lifetime = { start: time, end: time, timestamp: time };
const living = { ...lifetime, intervals: anyText, timestamps: anyText };

const GEXF: FormatRules = {
  namespace: 'http://gexf.net/1.3',
  root: 'gexf',
  elements: {
    gexf: {
      attributes: { 'version!': oneOf('1.3'), variant: anyText },
      content: [
        { of: ['meta'], most: 1 },
        { of: ['graph'], least: 1, most: 1 },
      ],
    },
    meta: { attributes: { lastmodifieddate: day }, content: many('creator', 'keywords', 'description') },
    creator: words,
    keywords: words,
    description: words,
    graph: {
      attributes: {
        ...lifetime,
        timeformat: oneOf('integer', 'double', 'date', 'dateTime'),
        mode: oneOf('static', 'dynamic', 'slice'),
        timerepresentation: oneOf('interval', 'timestamp'),
        timezone: anyText,
        defaultedgetype: direction,
        idtype: oneOf('integer', 'string'),
      },
      content: [
        { of: ['attributes'] },
        { of: ['nodes'], least: 1, most: 1 },
        { of: ['edges'], least: 1, most: 1 },
      ],
    },
    attributes: {
      attributes: { mode: oneOf('static', 'dynamic'), 'class!': oneOf('node', 'edge') },
      content: many('attribute'),
    },
    attribute: {
      attributes: { 'id!': anyText, 'title!': anyText, 'type!': oneOf(...Object.keys(VALUES)) },
      content: many('default', 'options'),
    },
    default: words,
    options: words,
    nodes: { attributes: { count }, content: many('node') },
    edges: { attributes: { count }, content: many('edge') },
    node: {
      attributes: { ...living, 'id!': anyText, label: anyText, pid: anyText },
      content: many('spells', 'color', 'position', 'size', 'shape', 'attvalues', 'nodes', 'edges', 'parents'),
    },
    edge: {
      attributes: {
        ...living,
        id: anyText,
        type: direction,
        label: anyText,
        'source!': anyText,
        'target!': anyText,
        weight: float,
        kind: anyText,
      },
      content: many('spells', 'color', 'thickness', 'shape', 'attvalues'),
    },
    attvalues: { attributes: {}, content: many('attvalue') },
    attvalue: leaf({ ...lifetime, 'for!': anyText, 'value!': anyText }),
    spells: { attributes: {}, content: [{ of: ['spell'], least: 1 }] },
    spell: leaf(lifetime),
    parents: { attributes: {}, content: many('parent') },
    parent: leaf({ 'for!': anyText }),
    color: drawn({ r: channel, g: channel, b: channel, hex: anyText, a: share }),
    position: drawn({ 'x!': float, 'y!': float, z: float }),
    size: drawn({ 'value!': atLeastNought }),
    thickness: drawn({ 'value!': atLeastNought }),
    'node/shape': drawn({ 'value!': oneOf('disc', 'square', 'triangle', 'diamond', 'image'), uri: anyText }),
    'edge/shape': drawn({ 'value!': oneOf('solid', 'dotted', 'dashed', 'double') }),
  },
};

interface Declared {
  type: string;
  dynamic: boolean;
}

/** Everything in which a file breaks the rules of GEXF 1.3; a file that is not well-formed throws. */
export function judgeGexf(text: string): Break[] {
  const root = xmlTree(text);
  const breaks = structureBreaks(root, GEXF);
  const say = (rule: string, { line, name }: XmlNode, message: string) =>
    void breaks.push({ rule, line, message: `<${name}> ${message}` });
  const all = [...everyNode(root)];
  const graph = all.find(({ name }) => name === 'graph');
  const declared = declarations(all, say);
  const nodeIds = uniqueIds(
    all.filter(({ name }) => name === 'node'),
    say,
  );
  uniqueIds(
    all.filter(({ name }) => name === 'edge'),
    say,
  );
  const kinds = new Set<string>();
  for (const node of all) {
    const refers = (attribute: string) => {
      const id = node.attributes.get(attribute);
      if (id !== undefined && !nodeIds.has(id))
        say('reference', node, `${attribute} ${JSON.stringify(id)} is no node`);
    };
    if (node.name === 'edge') {
      refers('source');
      refers('target');
      const [source, target, kind] = ['source', 'target', 'kind'].map((name) => node.attributes.get(name));
      const triple = JSON.stringify([source, target, kind]);
      if (kinds.has(triple)) say('parallel', node, `is the second of kind ${kind} between these nodes`);
      kinds.add(triple);
    }
    if (node.name === 'node') refers('pid');
    if (node.name === 'parent') refers('for');
    if (node.name === 'node' || node.name === 'edge') valueBreaks(node, declared[node.name], say);
    if (
      node.name === 'color' &&
      !node.attributes.has('hex') &&
      !['r', 'g', 'b'].every((part) => node.attributes.has(part))
    )
      say('missing', node, 'has neither hex nor r, g and b');
    timeBreaks(node, graph, say);
  }
  return breaks;
}

type Say = (rule: string, node: XmlNode, message: string) => void;

function declarations(all: readonly XmlNode[], say: Say): Record<'node' | 'edge', Map<string, Declared>> {
  const declared = { node: new Map<string, Declared>(), edge: new Map<string, Declared>() };
  for (const { name, attributes, children } of all) {
    const owner = attributes.get('class');
    if (name !== 'attributes' || (owner !== 'node' && owner !== 'edge')) continue;
    for (const child of children) {
      const id = child.attributes.get('id') ?? '';
      if (declared[owner].has(id)) say('unique', child, `id ${JSON.stringify(id)} is declared twice`);
      const type = child.attributes.get('type') ?? '';
      declared[owner].set(id, { type, dynamic: attributes.get('mode') === 'dynamic' });
      for (const fallback of child.children.filter((each) => each.name === 'default')) {
        if (VALUES[type]?.holds(fallback.text) === false) say('value', fallback, `is no ${type}`);
      }
    }
  }
  return declared;
}

function uniqueIds(nodes: readonly XmlNode[], say: Say): Set<string> {
  const ids = new Set<string>();
  for (const node of nodes) {
    const id = node.attributes.get('id');
    if (id === undefined) continue;
    if (ids.has(id)) say('unique', node, `id ${JSON.stringify(id)} is there twice`);
    ids.add(id);
  }
  return ids;
}

function valueBreaks(owner: XmlNode, declared: ReadonlyMap<string, Declared>, say: Say): void {
  const given = new Set<string>();
  for (const { name, children } of owner.children) {
    if (name !== 'attvalues') continue;
    for (const value of children) {
      const id = value.attributes.get('for') ?? '';
      const text = value.attributes.get('value') ?? '';
      const attribute = declared.get(id);
      if (attribute === undefined) {
        say('reference', value, `for ${JSON.stringify(id)} is not declared`);
        continue;
      }
      if (given.has(id) && !attribute.dynamic)
        say('unique', value, `for ${JSON.stringify(id)} is there twice`);
      given.add(id);
      if (VALUES[attribute.type]?.holds(text) === false) {
        // Gephi, which is Java, and NetworkX read no INF.
        const rule = /^-?Infinity$/.test(text) ? 'infinity' : 'value';
        say(rule, value, `${JSON.stringify(text)} is no ${attribute.type}`);
      }
    }
  }
}

function timeBreaks(node: XmlNode, graph: XmlNode | undefined, say: Say): void {
  const [start, end, timestamp] = ['start', 'end', 'timestamp'].map((name) => node.attributes.get(name));
  const given = [start, end, timestamp].filter((text) => text !== undefined);
  if (given.length === 0 && node.name !== 'spells') return;
  const of = (name: string, usual: string) => graph?.attributes.get(name) ?? usual;
  if (of('mode', 'static') === 'static') say('time', node, 'has a time, but the graph is static');
  const isPoint = of('timerepresentation', 'interval') === 'timestamp';
  if (isPoint ? start !== undefined || end !== undefined : timestamp !== undefined)
    say('time', node, 'mixes intervals and timestamps');
  const own = TIME_FORMS[of('timeformat', 'double')];
  for (const text of given) if (own?.holds(text) === false) say('time', node, `${text} is no ${own.name}`);
  if (start === undefined || end === undefined) return;
  const isLate = own === day || own === moment ? start > end : Number(start) > Number(end);
  if (isLate) say('time', node, `begins at ${start}, after its end ${end}`);
}
