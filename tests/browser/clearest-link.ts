import type { Page } from 'playwright-core';
import type { RelationshipRecord } from '../../server/database/graph-database.ts';
import { placeOf } from './page.ts';

interface Point {
  x: number;
  y: number;
}

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/** The relationship whose middle is farthest from all others and from every node, and where that is. */
export async function clearestLink(page: Page, drawn: readonly RelationshipRecord[]) {
  const ids = [...new Set(drawn.flatMap(({ source, target }) => [source, target]))];
  const places = new Map<string, Point>();
  for (const id of ids) places.set(id, await placeOf(page, id));
  const at = (id: string): Point => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
  const pair = ({ source, target }: RelationshipRecord) => [source, target].sort().join(' ');
  const single = drawn.filter(
    (r) => r.source !== r.target && drawn.filter((o) => pair(o) === pair(r)).length === 1,
  );
  const best = single
    .map((relationship) => {
      const [a, b] = [at(relationship.source), at(relationship.target)];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      const others = drawn.filter((other) => other !== relationship && other.source !== other.target);
      const clearance = Math.min(
        ...ids.map((id) => Math.hypot(middle.x - at(id).x, middle.y - at(id).y) - 12),
        ...others.map((other) => distanceToSegment(middle, at(other.source), at(other.target))),
      );
      return { relationship, middle, clearance };
    })
    .sort((a, b) => b.clearance - a.clearance)[0];
  if (best === undefined) throw new Error('nothing is drawn');
  return best;
}
