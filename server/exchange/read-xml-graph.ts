import type { ImportFormat } from '../contract/imports.ts';
import type { FileHead } from './file-head.ts';
import type { GraphBuilder } from './graph-builder.ts';
import { found, type ImportProblems } from './import-problems.ts';
import { GexfReader } from './read-gexf.ts';
import { GraphmlReader } from './read-graphml.ts';
import { readXml, type XmlElement } from './read-xml.ts';

/** Reads GEXF or GraphML; the outermost element tells which. */
export async function readXmlGraph(
  texts: AsyncIterable<string>,
  builder: GraphBuilder,
  problems: ImportProblems,
): Promise<{ format: ImportFormat; head: FileHead }> {
  let reader: GexfReader | GraphmlReader | undefined;
  const readerOf = (element: XmlElement): GexfReader | GraphmlReader => {
    if (element.name === 'gexf') return new GexfReader(builder, problems);
    if (element.name === 'graphml') return new GraphmlReader(builder, problems);
    return problems.stop(
      `begins with <${found(element.name).slice(1, -1)}>; XML with <gexf> or <graphml> can be read`,
      element,
    );
  };
  await readXml(texts, problems, {
    open: (element) => {
      reader ??= readerOf(element);
      reader.open(element);
    },
    text: (text) => reader?.text(text),
    close: (name, prefix) => reader?.close(name, prefix),
  });
  if (reader === undefined) return problems.stop('has no element in it', { line: 1 });
  reader.finish();
  return { format: reader instanceof GexfReader ? 'gexf' : 'graphml', head: reader.head };
}
