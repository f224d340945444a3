import type { SceneRelationship } from './scene-model.ts';

/**
 * How a relationship runs. `bend` is the distance of the curve's control point from the chord, as a share of its
 * length, to the left of its direction; 0 is straight. A loop's `bend` counts the loops of its node from 0.
 */
export interface EdgeShape {
  bend: number;
  loop: boolean;
}

/** The programs that draw relationships, by what they can: straight and solid, straight, all. */
export type EdgeType = 'plain' | 'straight' | 'curved';

const STEP = 0.22;

/**
 * Spreads relationships between the same two nodes so that none lies on another. One alone is straight; several
 * fan out evenly around the chord, so opposite directions curve apart.
 */
export function shapeRelationships(
  relationships: readonly Pick<SceneRelationship, 'id' | 'source' | 'target'>[],
): Map<string, EdgeShape> {
  const pairs = new Map<string, Map<string, Pick<SceneRelationship, 'id' | 'source' | 'target'>[]>>();
  for (const relationship of relationships) {
    const forward = relationship.source <= relationship.target;
    const low = forward ? relationship.source : relationship.target;
    const high = forward ? relationship.target : relationship.source;
    let others = pairs.get(low);
    if (!others) {
      others = new Map();
      pairs.set(low, others);
    }
    const siblings = others.get(high);
    if (siblings) siblings.push(relationship);
    else others.set(high, [relationship]);
  }

  const shapes = new Map<string, EdgeShape>();
  for (const [low, others] of pairs) {
    for (const [high, siblings] of others) {
      if (low === high) {
        siblings.forEach(({ id }, index) => {
          shapes.set(id, { bend: index, loop: true });
        });
        continue;
      }
      const middle = (siblings.length - 1) / 2;
      const step = Math.min(STEP, 0.9 / siblings.length);
      siblings.forEach(({ id, source }, index) => {
        const side = source === low ? 1 : -1;
        const bend = (index - middle) * step * side;
        shapes.set(id, { bend: bend === 0 ? 0 : bend, loop: false });
      });
    }
  }
  return shapes;
}
