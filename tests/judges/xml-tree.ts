import { SaxesParser } from 'saxes';

/** An element of an XML file as it stands, without any knowledge of formats. */
export interface XmlNode {
  /** Without its prefix. */
  name: string;
  namespace: string;
  /** Those without a namespace. */
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  /** What stands directly in it. */
  text: string;
  line: number;
}

/** The root of a file; what is not well-formed throws. */
export function xmlTree(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlNode[] = [];
  let root: XmlNode | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter((attribute) => attribute.uri === '');
    const node: XmlNode = {
      name: local,
      namespace: uri,
      attributes: new Map(own.map((attribute) => [attribute.local, attribute.value])),
      children: [],
      text: '',
      line: parser.line,
    };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  for (const event of ['text', 'cdata'] as const) {
    parser.on(event, (piece) => {
      const top = open.at(-1);
      if (top !== undefined) top.text += piece;
    });
  }
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (root === undefined) throw new Error('there is no element');
  return root;
}

/** The element and all that are in it. */
export function* everyNode(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}
