import { degreesOf, neighboursIn } from './degrees.ts';
import { roomIn } from './label-room.ts';
import { DEFAULT_ASPECT, type Layout, type LayoutRequest } from './layout-model.ts';
import { APART, capacityOf, placeOnRings, type RingPlace } from './rings.ts';
import { spreadAngles } from './spread-angles.ts';

/** A ring may be so many times wider than it has to be for its distance before it is split into several. */
const WIDEST = 4;
/** A ring of up to this radius is never split. */
const WIDE_ENOUGH = 12;
/** Between the rings of one distance and the next. */
const RING_GAP = 1.9;

/** Rings around one node, by distance in links; what does not hang together with it lies outside. */
export const radialLayout: Layout = {
  arrange(request) {
    const { nodes, links, aspect = DEFAULT_ASPECT } = request;
    const neighbours = neighboursIn(links);
    const rings = ringsAround(centreOf(request), request, neighbours);
    const angles = new Map<string, number>();
    const places: RingPlace[] = [];
    let radius = 0;
    rings.forEach((ring, distance) => {
      const wanted = distance === 0 ? [] : wantedAngles(ring, angles, neighbours);
      const own = distance === 0 ? onePlace(ring) : placeRing(wanted, radius + RING_GAP);
      for (const place of own) {
        angles.set(place.id, place.angle);
        radius = Math.max(radius, place.radius);
      }
      places.push(...own);
    });
    return placeOnRings(places, nodes, roomIn(nodes.length), aspect);
  },
};

function onePlace(ring: readonly string[]): RingPlace[] {
  return ring.map((id) => ({ id, radius: 0, angle: 0 }));
}

function centreOf({ nodes, links, centre }: LayoutRequest): string | undefined {
  if (centre !== undefined && nodes.some(({ id }) => id === centre)) return centre;
  const degrees = degreesOf(links);
  return nodes.reduce<string | undefined>(
    (best, { id }) => (best === undefined || (degrees.get(id) ?? 0) > (degrees.get(best) ?? 0) ? id : best),
    undefined,
  );
}

/** Ids by their distance from the centre; the last ring holds those that nothing ties to it. */
function ringsAround(
  centre: string | undefined,
  { nodes }: LayoutRequest,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): string[][] {
  if (centre === undefined) return [];
  const known = new Set(nodes.map(({ id }) => id));
  known.delete(centre);
  const rings = [[centre]];
  for (let ring = rings[0] ?? []; ring.length > 0; ) {
    const next: string[] = [];
    for (const id of ring) {
      for (const other of neighbours.get(id) ?? []) if (known.delete(other)) next.push(other);
    }
    if (next.length > 0) rings.push(next);
    ring = next;
  }
  if (known.size > 0) rings.push([...known]);
  return rings;
}

/** The angle that each node of a ring would like: the mean of those it is linked with further in. */
function wantedAngles(
  ring: readonly string[],
  angles: ReadonlyMap<string, number>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>,
): { id: string; angle: number }[] {
  return ring.map((id, index) => {
    let x = 0;
    let y = 0;
    for (const other of neighbours.get(id) ?? []) {
      const angle = angles.get(other);
      if (angle === undefined) continue;
      x += Math.sin(angle);
      y += Math.cos(angle);
    }
    const isTied = Math.hypot(x, y) > 1e-6 && angles.size > 1;
    return { id, angle: isTied ? Math.atan2(x, y) : (2 * Math.PI * index) / ring.length };
  });
}

/** One ring, or several where one would be far too wide; each node as near to the angle it wants as there is room. */
function placeRing(wanted: readonly { id: string; angle: number }[], from: number): RingPlace[] {
  const needed = (wanted.length * APART) / (2 * Math.PI);
  const radii =
    needed <= Math.max(from * WIDEST, WIDE_ENOUGH)
      ? [Math.max(from, needed)]
      : splitRing(wanted.length, from);
  const total = radii.reduce((sum, radius) => sum + radius, 0);
  const shares: { id: string; angle: number }[][] = radii.map(() => []);
  // Each ring takes its share all around: always the one that is furthest behind.
  wanted
    .toSorted((one, other) => one.angle - other.angle || (one.id < other.id ? -1 : 1))
    .forEach((each, index) => {
      let best = 0;
      let most = -Infinity;
      radii.forEach((radius, ring) => {
        const behind = ((index + 1) * radius) / total - (shares[ring]?.length ?? 0);
        if (behind <= most) return;
        most = behind;
        best = ring;
      });
      shares[best]?.push(each);
    });
  return shares.flatMap((share, ring) => {
    const radius = radii[ring] ?? from;
    const angles = spreadAngles(
      share.map(({ angle }) => angle),
      Math.min(APART / Math.max(radius, 1e-6), (2 * Math.PI) / Math.max(share.length, 1)),
    );
    return share.map(({ id }, index) => ({ id, radius, angle: angles[index] ?? 0 }));
  });
}

function splitRing(count: number, from: number): number[] {
  const radii: number[] = [];
  for (let held = 0, radius = from; held < count * 1.05; radius += APART) {
    radii.push(radius);
    held += capacityOf(radius);
  }
  return radii;
}
