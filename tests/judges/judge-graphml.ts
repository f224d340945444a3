import {
  anyText,
  type Break,
  count,
  type ElementRule,
  type Form,
  type FormatRules,
  form,
  nmtoken,
  oneOf,
  structureBreaks,
  truth,
} from './element-rules.ts';
import { everyNode, type XmlNode, xmlTree } from './xml-tree.ts';

/**
 * The rules of GraphML 1.0 and 1.1 by the schemas of its structure, attributes and parse information
 * (http://graphml.graphdrawing.org/specification.html). Types of values are those of Java, as the primer says.
 */
const described = { of: ['desc'], most: 1 };
const whole = (bits: number): Form => ({
  name: `whole number of ${bits} bits`,
  holds: (text) => /^\s*[+-]?\d+\s*$/.test(text) && BigInt.asIntN(bits, BigInt(text)) === BigInt(text),
});
const float = form('number', /^\s*[+-]?((\d+\.?\d*|\.\d+)([eE][+-]?\d+)?|Infinity|NaN)\s*$/);

const VALUES: Record<string, Form> = {
  boolean: truth,
  int: whole(32),
  long: whole(64),
  float,
  double: float,
  string: anyText,
};

const GRAPHML: FormatRules = {
  namespace: 'http://graphml.graphdrawing.org/xmlns',
  root: 'graphml',
  elements: {
    graphml: { attributes: {}, content: [described, { of: ['key'] }, { of: ['graph', 'data'] }] },
    desc: { attributes: {}, content: [], text: true },
    key: {
      attributes: {
        'id!': nmtoken,
        for: oneOf('all', 'graphml', 'graph', 'node', 'edge', 'hyperedge', 'port', 'endpoint'),
        'attr.name': nmtoken,
        'attr.type': oneOf(...Object.keys(VALUES)),
        dynamic: truth,
      },
      content: [described, { of: ['default'], most: 1 }],
    },
    default: { attributes: {}, content: [], text: true },
    data: { attributes: { 'key!': nmtoken, id: nmtoken, time: whole(64) }, content: [], text: true },
    graph: {
      attributes: {
        id: nmtoken,
        'edgedefault!': oneOf('directed', 'undirected'),
        'parse.nodeids': oneOf('canonical', 'free'),
        'parse.edgeids': oneOf('canonical', 'free'),
        'parse.order': oneOf('nodesfirst', 'adjacencylist', 'free'),
        'parse.nodes': count,
        'parse.edges': count,
        'parse.maxindegree': count,
        'parse.maxoutdegree': count,
      },
      content: [described, { of: ['data', 'node', 'edge', 'hyperedge', 'locator'] }],
    },
    node: {
      attributes: { 'id!': nmtoken, 'parse.indegree': count, 'parse.outdegree': count },
      content: [described, { of: ['data', 'port', 'locator'] }, { of: ['graph'], most: 1 }],
    },
    port: { attributes: { 'name!': nmtoken }, content: [described, { of: ['data', 'port'] }] },
    edge: {
      attributes: {
        id: nmtoken,
        directed: truth,
        'source!': nmtoken,
        'target!': nmtoken,
        sourceport: nmtoken,
        targetport: nmtoken,
      },
      content: [described, { of: ['data'] }, { of: ['graph'], most: 1 }],
    },
    hyperedge: {
      attributes: { id: nmtoken },
      content: [described, { of: ['data', 'endpoint'] }, { of: ['graph'], most: 1 }],
    },
    endpoint: {
      attributes: { id: nmtoken, port: nmtoken, 'node!': nmtoken, type: oneOf('in', 'out', 'undir') },
      content: [described],
    },
    locator: { attributes: {}, content: [] } satisfies ElementRule,
  },
};

interface Key {
  owner: string;
  type: string;
}

/** Everything in which a file breaks the rules of GraphML; a file that is not well-formed throws. */
export function judgeGraphml(text: string): Break[] {
  const root = xmlTree(text);
  const breaks = structureBreaks(root, GRAPHML);
  const say = (rule: string, { line, name }: XmlNode, message: string) =>
    void breaks.push({ rule, line, message: `<${name}> ${message}` });
  const keys = keysOf(root, say);
  for (const owner of everyNode(root)) {
    if (owner.name !== 'data') dataBreaks(owner, keys, say);
    if (owner.name === 'node') unique(owner.children, 'port', 'name', say);
    if (owner.name === 'graph') graphBreaks(owner, say);
  }
  unique([...everyNode(root)], 'graph', 'id', say);
  return breaks;
}

type Say = (rule: string, node: XmlNode, message: string) => void;

function keysOf(root: XmlNode, say: Say): Map<string, Key> {
  const keys = new Map<string, Key>();
  unique(root.children, 'key', 'id', say);
  for (const { name, attributes, children } of root.children) {
    if (name !== 'key') continue;
    const type = attributes.get('attr.type') ?? 'string';
    keys.set(attributes.get('id') ?? '', { owner: attributes.get('for') ?? 'all', type });
    for (const child of children) {
      if (child.name === 'default' && VALUES[type]?.holds(child.text) === false)
        say('value', child, `is no ${type}`);
    }
  }
  return keys;
}

function dataBreaks(owner: XmlNode, keys: ReadonlyMap<string, Key>, say: Say): void {
  const given = new Set<string>();
  for (const data of owner.children) {
    if (data.name !== 'data') continue;
    const id = data.attributes.get('key') ?? '';
    const place = JSON.stringify([id, data.attributes.get('time')]);
    if (given.has(place)) say('unique', data, `key ${JSON.stringify(id)} is there twice`);
    given.add(place);
    const key = keys.get(id);
    if (key === undefined) {
      say('reference', data, `key ${JSON.stringify(id)} is not declared`);
      continue;
    }
    if (key.owner !== 'all' && key.owner !== owner.name) say('domain', data, `is of a key for ${key.owner}`);
    if (VALUES[key.type]?.holds(data.text) === false) {
      say('value', data, `${JSON.stringify(data.text)} is no ${key.type}`);
    }
  }
}

/** Ids count for everything inside a graph, graphs in it too. */
function graphBreaks(graph: XmlNode, say: Say): void {
  const inside = [...everyNode(graph)];
  const ids = unique(inside, 'node', 'id', say);
  for (const name of ['edge', 'hyperedge', 'endpoint']) unique(inside, name, 'id', say);
  for (const node of inside) {
    const ends = node.name === 'edge' ? ['source', 'target'] : node.name === 'endpoint' ? ['node'] : [];
    for (const end of ends) {
      const id = node.attributes.get(end) ?? '';
      if (!ids.has(id)) say('reference', node, `${end} ${JSON.stringify(id)} is no node`);
    }
  }
}

function unique(nodes: readonly XmlNode[], name: string, attribute: string, say: Say): Set<string> {
  const values = new Set<string>();
  for (const node of nodes) {
    const value = node.attributes.get(attribute);
    if (node.name !== name || value === undefined) continue;
    if (values.has(value)) say('unique', node, `${attribute} ${JSON.stringify(value)} is there twice`);
    values.add(value);
  }
  return values;
}
