import { GOLDEN_ANGLE, type Position } from './layout-model.ts';

const ROUNDS = 50;
/** Rounds at the end in which discs only make room for each other. */
const ROUNDS_APART = 30;
/** Share of the way to each other that a pair of tied discs goes in a round, and of the way to the middle that all go. */
const PULL = 0.6;
const GRAVITY = 0.02;
/** Share of what two discs cover that the first round takes apart. */
const FIRMNESS = 0.05;

/**
 * Places for discs so that those that are tied lie near each other and none covers another, about as wide for their
 * height as `aspect` says. Made for some hundreds: each is compared with each. The same for the same discs.
 */
export function placeDiscs(
  radii: readonly number[],
  ties: readonly (readonly [number, number])[],
  aspect: number,
): Position[] {
  const count = radii.length;
  const reach = Float64Array.from(radii);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  let area = 0;
  for (let disc = 0; disc < count; disc++) {
    const radius = reach[disc] ?? 0;
    area += radius * radius;
    const distance = 1.3 * Math.sqrt(area - (radius * radius) / 2);
    x[disc] = distance * Math.cos(disc * GOLDEN_ANGLE);
    y[disc] = distance * Math.sin(disc * GOLDEN_ANGLE);
  }
  const share = sharesOf(count, ties);
  for (let round = 0; round < ROUNDS; round++) {
    const done = round / ROUNDS;
    for (const [from, to] of ties) pullTogether(x, y, reach, share, from, to, PULL * (1 - done));
    for (let disc = 0; disc < count; disc++) {
      x[disc] = (x[disc] ?? 0) * (1 - GRAVITY);
      y[disc] = (y[disc] ?? 0) * (1 - GRAVITY);
    }
    // At first discs pass through each other.
    pushApart(x, y, reach, FIRMNESS + (1 - FIRMNESS) * done);
  }
  const stretch = Math.sqrt(aspect);
  for (let disc = 0; disc < count; disc++) {
    x[disc] = (x[disc] ?? 0) * stretch;
    y[disc] = (y[disc] ?? 0) / stretch;
  }
  for (let round = 0; round < ROUNDS_APART; round++) if (!pushApart(x, y, reach, 1)) break;
  return Array.from(x, (across, disc) => ({ x: across, y: y[disc] ?? 0 }));
}

/** How far each disc follows one of its ties: the less, the more it has. */
function sharesOf(count: number, ties: readonly (readonly [number, number])[]): Float64Array {
  const share = new Float64Array(count);
  for (const tie of ties) for (const end of tie) share[end] = (share[end] ?? 0) + 1;
  return share.map((number) => 1 / Math.max(number, 1));
}

function pullTogether(
  x: Float64Array,
  y: Float64Array,
  reach: Float64Array,
  share: Float64Array,
  from: number,
  to: number,
  strength: number,
): void {
  const [dx, dy] = [(x[to] ?? 0) - (x[from] ?? 0), (y[to] ?? 0) - (y[from] ?? 0)];
  const distance = Math.sqrt(dx * dx + dy * dy);
  const gap = distance - (reach[from] ?? 0) - (reach[to] ?? 0);
  if (gap <= 0) return;
  const step = (strength * gap) / distance;
  const [first, second] = [step * (share[from] ?? 0), step * (share[to] ?? 0)];
  x[from] = (x[from] ?? 0) + dx * first;
  y[from] = (y[from] ?? 0) + dy * first;
  x[to] = (x[to] ?? 0) - dx * second;
  y[to] = (y[to] ?? 0) - dy * second;
}

/** Pushes each pair that covers each other apart, the larger disc the less; tells whether there was one. */
function pushApart(x: Float64Array, y: Float64Array, reach: Float64Array, firmness: number): boolean {
  let touched = false;
  const count = reach.length;
  for (let first = 0; first < count; first++) {
    const own = reach[first] ?? 0;
    for (let second = first + 1; second < count; second++) {
      const other = reach[second] ?? 0;
      const room = own + other;
      const dx = (x[second] ?? 0) - (x[first] ?? 0);
      const dy = (y[second] ?? 0) - (y[first] ?? 0);
      const square = dx * dx + dy * dy;
      if (square >= room * room) continue;
      touched = true;
      const distance = Math.sqrt(square);
      const [wayX, wayY] = distance > 0 ? [dx / distance, dy / distance] : [1, 0];
      const push = (room - distance) * firmness;
      const mine = (push * other) / room;
      x[first] = (x[first] ?? 0) - wayX * mine;
      y[first] = (y[first] ?? 0) - wayY * mine;
      x[second] = (x[second] ?? 0) + wayX * (push - mine);
      y[second] = (y[second] ?? 0) + wayY * (push - mine);
    }
  }
  return touched;
}
