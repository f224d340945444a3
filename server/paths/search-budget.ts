/** The budget of one path question is spent. */
export class BudgetSpent extends Error {
  override name = 'BudgetSpent';
}

export interface BudgetLimits {
  /** Milliseconds. */
  time: number;
  /** Relationships read from the database. */
  links: number;
  /** Steps of the enumeration. */
  steps: number;
}

/** Milliseconds that a search may keep the process to itself. */
const LONGEST_TURN = 10;

/** Lets others in. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Counts what a path question costs and ends it in time; also lets other requests in between. */
export class SearchBudget {
  readonly #limits: BudgetLimits;
  readonly #started = performance.now();
  readonly signal: AbortSignal | undefined;
  #steps = 0;
  #lastPause = performance.now();

  constructor(limits: BudgetLimits, signal?: AbortSignal) {
    this.#limits = limits;
    this.signal = signal;
  }

  /** Milliseconds since the start. */
  get elapsed(): number {
    return performance.now() - this.#started;
  }

  /** Milliseconds left, at least 1. */
  get remaining(): number {
    return Math.max(1, Math.ceil(this.#limits.time - this.elapsed));
  }

  checkTime(): void {
    this.signal?.throwIfAborted();
    if (this.elapsed > this.#limits.time) throw new BudgetSpent('time');
  }

  checkLinks(count: number): void {
    if (count > this.#limits.links) throw new BudgetSpent('links');
  }

  /** Call at each step; true when the caller should await `pause`. */
  step(): boolean {
    this.#steps += 1;
    if (this.#steps > this.#limits.steps) throw new BudgetSpent('steps');
    return this.#steps % 512 === 0 && performance.now() - this.#lastPause > LONGEST_TURN;
  }

  /** Call now and then in long loops: lets others in when it is time, and ends a search that is over its time. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#lastPause > LONGEST_TURN) await this.pause();
  }

  async pause(): Promise<void> {
    await nextTurn();
    this.#lastPause = performance.now();
    this.checkTime();
  }
}
