import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointOnEdge } from '../../client/scene/edge-geometry.ts';
import { shapeRelationships } from '../../client/scene/edge-shape.ts';

const disc = (x: number, y: number) => ({ x, y, radius: 10 });

describe('shapes of relationships', () => {
  it('one alone is straight, two in opposite directions curve apart', () => {
    const shapes = shapeRelationships([
      { id: 'alone', source: 'a', target: 'b' },
      { id: 'there', source: 'c', target: 'd' },
      { id: 'back', source: 'd', target: 'c' },
    ]);
    expect(shapes.get('alone')).toEqual({ bend: 0, loop: false });
    const [c, d] = [disc(0, 0), disc(100, 0)];
    const there = pointOnEdge(c, d, shapes.get('there') ?? { bend: 0, loop: false }, 0.5);
    const back = pointOnEdge(d, c, shapes.get('back') ?? { bend: 0, loop: false }, 0.5);
    expect(Math.abs(there.y - back.y)).toBeGreaterThan(8);
  });

  it('no two relationships lie on each other, however many and in whatever direction', () => {
    const relationship = fc.record({ source: fc.constantFrom('a', 'b'), target: fc.constantFrom('a', 'b') });
    fc.assert(
      fc.property(fc.array(relationship, { maxLength: 12 }), (ends) => {
        const relationships = ends.map((end, index) => ({ id: String(index), ...end }));
        const places = { a: disc(0, 0), b: disc(200, 50) };
        const shapes = shapeRelationships(relationships);
        const middles = relationships.map(({ id, source, target }) => {
          const shape = shapes.get(id) ?? { bend: 0, loop: false };
          const { x, y } = pointOnEdge(
            places[source as 'a' | 'b'],
            places[target as 'a' | 'b'],
            shape,
            shape.loop ? 0.25 : 0.5,
          );
          return `${x.toFixed(1)} ${y.toFixed(1)}`;
        });
        expect(new Set(middles).size).toBe(middles.length);
      }),
    );
  });

  it('the shape does not depend on the order of the ends in the list of others', () => {
    const shapes = shapeRelationships([{ id: 'x', source: 'b', target: 'a' }]);
    expect(Object.is(shapes.get('x')?.bend, 0)).toBe(true);
  });

  it('a loop leaves its node upwards and comes back', () => {
    const node = disc(50, 50);
    const top = pointOnEdge(node, node, { bend: 0, loop: true }, 0.5);
    expect(top.x).toBeCloseTo(50);
    expect(top.y).toBeLessThan(40);
    const start = pointOnEdge(node, node, { bend: 0, loop: true }, 0);
    expect(Math.hypot(start.x - 50, start.y - 50)).toBeLessThan(10);
  });
});
