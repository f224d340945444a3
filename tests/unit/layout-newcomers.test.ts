import { describe, expect, it } from 'vitest';
import type { LayoutNode, Position } from '../../client/layout/layout-model.ts';
import { placeNewcomers } from '../../client/layout/place-newcomers.ts';

const node = (id: string): LayoutNode => ({ id, radius: 8, caption: id });
const distance = (first: Position, second: Position) => Math.hypot(first.x - second.x, first.y - second.y);
const ORIGIN = { x: 0, y: 0 };

describe('newcomers', () => {
  const placed = new Map<string, Position>([
    ['hub', ORIGIN],
    ['east', { x: 120, y: 0 }],
    ['west', { x: -120, y: 0 }],
  ]);
  const old = ['hub', 'east', 'west'].map(node);

  it('stand near the node that brought them, apart from each other and from who is there', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const links = [
      { source: 'hub', target: 'east' },
      { source: 'hub', target: 'west' },
      ...ids.map((id) => ({ source: 'hub', target: id })),
    ];
    const places = placeNewcomers({ nodes: [...old, ...ids.map(node)], links, placed });
    expect([...places.keys()]).toEqual(ids);
    const all = [...placed.values(), ...places.values()];
    for (const place of places.values()) {
      expect(distance(place, ORIGIN)).toBeLessThan(260);
      for (const other of all) if (other !== place) expect(distance(place, other)).toBeGreaterThan(16);
    }
  });

  it('stand between the neighbours they join', () => {
    const links = [
      { source: 'east', target: 'new' },
      { source: 'new', target: 'west' },
    ];
    const place = placeNewcomers({ nodes: [...old, node('new')], links, placed }).get('new') ?? {
      x: 999,
      y: 999,
    };
    expect(Math.abs(place.x)).toBeLessThan(60);
  });

  it('follow each other when one brings the next, and strangers go below', () => {
    const links = [
      { source: 'east', target: 'next' },
      { source: 'next', target: 'last' },
    ];
    const places = placeNewcomers({
      nodes: [...old, node('last'), node('next'), node('stranger')],
      links,
      placed,
    });
    expect(distance(places.get('last') ?? ORIGIN, places.get('next') ?? ORIGIN)).toBeLessThan(260);
    expect(places.get('stranger')?.y).toBeLessThan(-50);
  });

  it('have a place also where nothing is yet', () => {
    const links = [{ source: 'a', target: 'b' }];
    const places = placeNewcomers({ nodes: [node('a'), node('b')], links, placed: new Map() });
    expect(distance(places.get('a') ?? ORIGIN, places.get('b') ?? ORIGIN)).toBeGreaterThan(16);
  });

  it('are the same each time', () => {
    const links = [{ source: 'hub', target: 'a' }];
    const once = placeNewcomers({ nodes: [...old, node('a')], links, placed });
    expect(placeNewcomers({ nodes: [...old, node('a')], links, placed })).toEqual(once);
  });
});
