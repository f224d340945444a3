import type { MultiDirectedGraph } from 'graphology';
import { styleOfLabel } from '../look/kinds.ts';
import { PALETTES, type Scheme } from '../look/palette.ts';
import type { LineStyle } from './edge-shaders.ts';
import { type EdgeShape, type EdgeType, shapeRelationships } from './edge-shape.ts';
import { cellOfIcon } from './icon-atlas.ts';
import type { SceneGraph, SceneNode, SceneRelationship } from './scene-model.ts';

/** Sigma's own names come first; what the domain knows stands under names that sigma does not read. */
export interface NodeAttributes {
  x: number;
  y: number;
  /** Radius in pixels at natural size. */
  size: number;
  color: string;
  /** Of which `color` is that of the present scheme. */
  fill: Readonly<Record<Scheme, string>>;
  iconCell: number;
  caption: string;
  kind: string;
  degree: number;
  [extra: string]: unknown;
}

export interface EdgeAttributes {
  size: number;
  color: string;
  /** The program that draws it. */
  type: EdgeType;
  bend: number;
  loop: boolean;
  lineStyle: LineStyle;
  relationshipType: string;
  status: string;
  [extra: string]: unknown;
}

export type StageGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

/** Radius in pixels at natural size: 6 for one that stands alone, 18 from thirty relationships on. */
export function radiusOfDegree(degree: number): number {
  return Math.min(18, 6 + 2.2 * Math.sqrt(Math.max(0, degree)));
}

const STYLE_OF_STATUS: Readonly<Record<string, LineStyle>> = {
  asserted: 'solid',
  attributed: 'marked',
  planned: 'dashed',
  negated: 'denied',
  background: 'dotted',
};

export function lineStyleOf(status: string | undefined): LineStyle {
  return (
    (status !== undefined && Object.hasOwn(STYLE_OF_STATUS, status) && STYLE_OF_STATUS[status]) || 'solid'
  );
}

function nodeAttributes(node: SceneNode, scheme: Scheme): NodeAttributes {
  const style = styleOfLabel(node.label);
  return {
    x: node.x,
    y: node.y,
    size: node.radius ?? radiusOfDegree(node.degree),
    color: (node.fill ?? style.fill)[scheme],
    fill: node.fill ?? style.fill,
    iconCell: cellOfIcon(style.icon),
    caption: node.caption,
    kind: node.label,
    degree: node.degree,
  };
}

function edgeTypeOf({ bend, loop }: EdgeShape, lineStyle: LineStyle): EdgeType {
  if (bend !== 0 || loop) return 'curved';
  return lineStyle === 'solid' ? 'plain' : 'straight';
}

/** Attributes of relationships that look alike are one object, which nobody may change: there are many of them. */
function edgeAttributesBy(scheme: Scheme) {
  const known = new Map<string, Readonly<EdgeAttributes>>();
  return ({ type, status = '' }: SceneRelationship, shape: EdgeShape): Readonly<EdgeAttributes> => {
    const key = `${type}\n${status}\n${shape.bend}\n${shape.loop}`;
    let attributes = known.get(key);
    if (!attributes) {
      const lineStyle = lineStyleOf(status);
      attributes = Object.freeze({
        size: 1,
        color: PALETTES[scheme].edge,
        type: edgeTypeOf(shape, lineStyle),
        bend: shape.bend,
        loop: shape.loop,
        lineStyle,
        relationshipType: type,
        status,
      });
      known.set(key, attributes);
    }
    return attributes;
  };
}

function differs(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): boolean {
  return Object.keys(after).some((name) => before[name] !== after[name]);
}

/** Sigma throws on nodes without a place, and keeps what it draws in plain objects, where `__proto__` is lost. */
function isDrawable(node: SceneNode): boolean {
  return Number.isFinite(node.x) && Number.isFinite(node.y) && node.id !== '__proto__';
}

export interface Applied {
  /** Anything at all changed. */
  changed: boolean;
  /** Nodes that were there before and are asked to stand elsewhere; they have not been moved yet. */
  moved: { id: string; x: number; y: number }[];
  /** None of the nodes that were there is left. */
  replaced: boolean;
}

/** The relationships that a drawn graph has; the same list is not looked through again when only nodes changed. */
const drawnRelationships = new WeakMap<StageGraph, { list: SceneGraph['relationships']; scheme: Scheme }>();

/**
 * Makes the drawn graph equal the asked one, touching only what differs. Nodes without a place and
 * relationships without both ends are left out: sigma throws on them.
 */
export function applyGraph(target: StageGraph, wanted: SceneGraph, scheme: Scheme): Applied {
  const nodes = new Map(wanted.nodes.filter(isDrawable).map((node) => [node.id, node]));
  const drawn = drawnRelationships.get(target);
  const sameLinks = drawn?.list === wanted.relationships && drawn.scheme === scheme;
  const isLosing = target.someNode((id) => !nodes.has(id));
  const links = sameLinks && !isLosing && nodes.size === target.order ? null : linksOf(wanted, nodes);
  const hadNodes = target.order > 0;
  const moved: Applied['moved'] = [];
  let changed = false;
  let kept = 0;

  for (const id of links ? target.edges() : []) {
    const relationship = links?.get(id);
    const [source, end] = target.extremities(id);
    if (relationship?.source === source && relationship.target === end) continue;
    target.dropEdge(id);
    changed = true;
  }
  for (const id of isLosing ? target.nodes() : []) {
    if (nodes.has(id)) continue;
    target.dropNode(id);
    changed = true;
  }
  for (const node of nodes.values()) {
    const attributes = nodeAttributes(node, scheme);
    if (!target.hasNode(node.id)) {
      target.addNode(node.id, attributes);
      changed = true;
      continue;
    }
    kept++;
    const before = target.getNodeAttributes(node.id);
    if (before.x !== node.x || before.y !== node.y) moved.push({ id: node.id, x: node.x, y: node.y });
    const stayed = { ...attributes, x: before.x, y: before.y };
    if (!differs(before, stayed)) continue;
    target.replaceNodeAttributes(node.id, stayed);
    changed = true;
  }
  if (links && applyLinks(target, links, scheme)) changed = true;
  drawnRelationships.set(target, { list: wanted.relationships, scheme });
  return { changed, moved, replaced: hadNodes && kept === 0 };
}

/** The relationships that can be drawn, by id. */
function linksOf(wanted: SceneGraph, nodes: ReadonlyMap<string, unknown>): Map<string, SceneRelationship> {
  return new Map(
    wanted.relationships
      .filter(({ id, source, target }) => nodes.has(source) && nodes.has(target) && id !== '__proto__')
      .map((relationship) => [relationship.id, relationship]),
  );
}

function applyLinks(
  target: StageGraph,
  links: ReadonlyMap<string, SceneRelationship>,
  scheme: Scheme,
): boolean {
  const shapes = shapeRelationships([...links.values()]);
  const edgeAttributes = edgeAttributesBy(scheme);
  let changed = false;
  for (const relationship of links.values()) {
    const shape = shapes.get(relationship.id) ?? { bend: 0, loop: false };
    const attributes = edgeAttributes(relationship, shape);
    if (!target.hasEdge(relationship.id)) {
      target.addEdgeWithKey(relationship.id, relationship.source, relationship.target, attributes);
    } else if (differs(target.getEdgeAttributes(relationship.id), attributes)) {
      target.replaceEdgeAttributes(relationship.id, attributes);
    } else continue;
    changed = true;
  }
  return changed;
}
