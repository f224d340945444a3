import type { DocumentResponse } from '../../../server/contract/documents.ts';
import { type Evidence, STATUSES } from '../../../server/contract/evidence.ts';
import type { GraphNode, Properties, Relationship } from '../../../server/contract/graph.ts';
import { compareKinds } from '../../look/kinds.ts';
import { formatDate, plainType } from '../../look/words.ts';
import type { PageData, PageLink, PageNode, PageQuote } from '../../offline/page-data.ts';
import type { SceneGraph, VisibleBox } from '../../scene/scene-model.ts';
import { evidenceIn } from '../../workspace/evidence-in.ts';
import { kindOfNode, statusOf } from '../../workspace/kind-of-node.ts';
import { sentenceOf } from '../../workspace/sentence-of.ts';
import { visibleGraph } from '../../workspace/visible-graph.ts';
import type { WorkspaceContent } from '../../workspace/workspace-content.ts';
import { plainValue } from '../details/plain-value.ts';
import { plainKind } from '../marks/plain-kind.ts';
import { text } from '../text.ts';

const TOLD = new Set(['id', 'name', 'title', 'aliases', 'summary', 'evidence', 'documents']);

export interface PageWishes {
  title: string;
  source: string;
  scene: SceneGraph;
  camera: VisibleBox | null;
  selected: string | null;
  looks: PageData['looks'];
  /** The texts that the evidence is from, to name the places of quotes. */
  documents: readonly DocumentResponse[];
}

/** What is drawn, with all that is told of it, as the data of a page that needs no server. */
export function pageOfView(content: WorkspaceContent, wishes: PageWishes): PageData {
  const { nodes, relationships } = visibleGraph(content);
  const { documents, ...rest } = wishes;
  const quotes = (properties: Properties) => evidenceIn(properties).map((each) => quoteOf(each, documents));
  const nameOf = (id: string) => content.nodes.get(id)?.caption ?? id;
  const { path } = content;
  const drawn = new Set(relationships.map(({ id }) => id));
  return {
    ...rest,
    nodes: nodes
      .map((node) => pageNode(node, quotes(node.properties)))
      .sort((a, b) => a.caption.localeCompare(b.caption)),
    links: relationships.map((link) => pageLink(link, nameOf, quotes(link.properties))),
    path: path && {
      nodeIds: [...path.nodeIds],
      relationshipIds: path.relationshipIds.filter((id) => drawn.has(id)),
      title: path.title ?? text.picture.path,
    },
    kinds: counted(nodes.map(kindOfNode))
      .sort((a, b) => compareKinds(a.name, b.name))
      .map(({ name, count }) => ({ kind: name, words: plainKind(name), count })),
    statuses: STATUSES.map((status) => ({
      status,
      words: text.legend.statuses[status],
      count: relationships.filter((link) => statusOf(link) === status).length,
    })).filter(({ count }) => count > 0),
    counts: text.legend.drawn(nodes.length, relationships.length),
  };
}

function pageNode(node: GraphNode, quotes: PageQuote[]): PageNode {
  const { summary, aliases } = node.properties;
  const kind = kindOfNode(node);
  return {
    id: node.id,
    caption: node.caption,
    kind,
    kindWords: plainKind(kind),
    summary: typeof summary === 'string' ? summary : '',
    alsoCalled: Array.isArray(aliases) ? aliases.filter((name) => typeof name === 'string') : [],
    facts: Object.entries(node.properties)
      .filter(([name]) => !TOLD.has(name))
      .map(([name, value]) => [plainType(name), plainValue(value)] as const)
      .filter(([, value]) => value !== ''),
    quotes,
  };
}

function pageLink(link: Relationship, nameOf: (id: string) => string, quotes: PageQuote[]): PageLink {
  const { date, speaker } = link.properties;
  const status = statusOf(link);
  const said = status === 'attributed' && typeof speaker === 'string' ? text.saidBy(nameOf(speaker)) : null;
  const standing = [said ?? (status && text.status[status]), typeof date === 'string' && formatDate(date)];
  return {
    id: link.id,
    source: link.source,
    target: link.target,
    type: plainType(link.type),
    sentence: sentenceOf(link, nameOf(link.source), nameOf(link.target), plainType),
    status,
    standing: standing.filter(Boolean).join(', '),
    quotes,
  };
}

function quoteOf({ quote, document, passage }: Evidence, documents: readonly DocumentResponse[]): PageQuote {
  const found = documents.find((each) => each.document.id === document);
  const number = found?.passages.find(({ id }) => id === passage)?.number;
  const place = [found?.document.title, number === undefined ? undefined : text.details.passage(number)];
  return { words: quote, place: place.filter((part) => part !== undefined).join(', ') };
}

function counted(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
