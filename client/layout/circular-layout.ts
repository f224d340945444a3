import { componentsOf } from './components.ts';
import { degreesOf, neighboursIn } from './degrees.ts';
import { roomIn } from './label-room.ts';
import { DEFAULT_ASPECT, type Layout, type LayoutNode, type LayoutRequest } from './layout-model.ts';
import { APART, capacityOf, placeOnRings, type RingPlace } from './rings.ts';

/** Up to so many stand on one circle; more stand on rings, the best connected in the middle. */
const ONE_CIRCLE = 120;

/** A circle on which those that are linked stand close, or, for many, rings. */
export const circularLayout: Layout = {
  arrange(request) {
    const { nodes, aspect = DEFAULT_ASPECT } = request;
    const places = nodes.length <= ONE_CIRCLE ? onCircle(request) : onRings(request);
    return placeOnRings(places, nodes, roomIn(nodes.length), aspect);
  },
};

function onCircle(request: LayoutRequest): RingPlace[] {
  const order = chainOf(request);
  const radius = order.length === 1 ? 0 : Math.max(1, (order.length * APART) / (2 * Math.PI));
  return order.map((id, index) => ({ id, radius, angle: (2 * Math.PI * index) / order.length }));
}

function onRings({ nodes, links }: LayoutRequest): RingPlace[] {
  const degrees = degreesOf(links);
  const order = nodes.toSorted(byDegree(degrees)).map(({ id }) => id);
  const places: RingPlace[] = [];
  let radius = 0;
  while (places.length < order.length) {
    const held = order.slice(places.length, places.length + capacityOf(radius));
    const share = (2 * Math.PI) / held.length;
    const ring = radius;
    places.push(...held.map((id, index) => ({ id, radius: ring, angle: share * index })));
    radius += APART;
  }
  return places;
}

/** All nodes, part by part, each followed by its neighbours, those with fewest links first. */
function chainOf({ nodes, links }: LayoutRequest): string[] {
  const degrees = degreesOf(links);
  const neighbours = neighboursIn(links);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const compare = byDegree(degrees);
  const chain: string[] = [];
  for (const part of componentsOf([...byId.keys()], links)) {
    const [first] = part.flatMap((id) => byId.get(id) ?? []).sort(compare);
    const waiting = first ? [first] : [];
    const seen = new Set<string>();
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      chain.push(node.id);
      const next = [...(neighbours.get(node.id) ?? [])].flatMap((id) => byId.get(id) ?? []);
      waiting.push(...next.sort(compare));
    }
  }
  return chain;
}

function byDegree(degrees: ReadonlyMap<string, number>) {
  return (one: LayoutNode, other: LayoutNode) =>
    (degrees.get(other.id) ?? 0) - (degrees.get(one.id) ?? 0) || (one.id < other.id ? -1 : 1);
}
