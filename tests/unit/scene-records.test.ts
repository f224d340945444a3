import { describe, expect, it } from 'vitest';
import { packColour } from '../../client/scene/record-texture.ts';

/** As the shader takes a colour apart. */
const parts = (packed: number) => [65536, 256, 1].map((each) => Math.floor((packed / each) % 256));

describe('a colour in a record', () => {
  it('is one number that single precision holds exactly', () => {
    for (const [hex, rgb] of [
      ['#000000', [0, 0, 0]],
      ['#ffffff', [255, 255, 255]],
      ['#0180fe', [1, 128, 254]],
    ] as const) {
      const packed = packColour(hex);
      expect(Math.fround(packed)).toBe(packed);
      expect(parts(packed)).toEqual(rgb);
    }
  });
});
