import type { LayoutLink, Position } from './layout-model.ts';

interface Segment {
  link: LayoutLink;
  from: Position;
  to: Position;
}

function turn(a: Position, b: Position, c: Position): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function cross(first: Segment, second: Segment): boolean {
  return (
    turn(first.from, first.to, second.from) * turn(first.from, first.to, second.to) < 0 &&
    turn(second.from, second.to, first.from) * turn(second.from, second.to, first.to) < 0
  );
}

function meet({ link: first }: Segment, { link: second }: Segment): boolean {
  return (
    first.source === second.source ||
    first.source === second.target ||
    first.target === second.source ||
    first.target === second.target
  );
}

/**
 * How hard a layout is to read: crossings per link plus mean length of a link in hundreds of units. Less is better;
 * only layouts of the same graph compare. Looks at every pair of links.
 */
export function judgeLayout(positions: ReadonlyMap<string, Position>, links: readonly LayoutLink[]): number {
  const segments = links.flatMap((link): Segment[] => {
    const from = positions.get(link.source);
    const to = positions.get(link.target);
    return from && to && link.source !== link.target ? [{ link, from, to }] : [];
  });
  let crossings = 0;
  let length = 0;
  segments.forEach((first, index) => {
    length += Math.hypot(first.from.x - first.to.x, first.from.y - first.to.y);
    for (let other = index + 1; other < segments.length; other++) {
      const second = segments[other];
      if (second && !meet(first, second) && cross(first, second)) crossings++;
    }
  });
  return segments.length === 0 ? 0 : (crossings + length / 100) / segments.length;
}
