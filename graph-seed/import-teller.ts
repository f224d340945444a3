import type { ImportProgress } from '../server/imports/messages.ts';
import { lateProgress, type ProgressOutput, showCount, showProgress } from './show-progress.ts';

/** Milliseconds of silence after which it is said that the work goes on, on a terminal and elsewhere. */
const SILENCE = 1_000;
const PLAIN_SILENCE = 15_000;

/** Tells how far the reading and loading of files is, each piece of work from its first second on. */
export class ImportTeller {
  readonly #output: ProgressOutput;
  readonly #now: () => number;
  readonly #began: number;
  #spoke: number;
  #work = '';
  #words = 'Reading';
  #show: (done: number, total: number) => void = () => {};

  constructor(output: ProgressOutput, now = () => Date.now()) {
    this.#now = now;
    this.#began = now();
    this.#spoke = this.#began;
    this.#output = {
      isTTY: output.isTTY === true,
      write: (text) => {
        this.#spoke = now();
        return output.write(text);
      },
    };
  }

  tell({ phase, fileName, done, total }: ImportProgress): void {
    if (this.#work !== `${phase} ${fileName}`) {
      this.#work = `${phase} ${fileName}`;
      this.#words = `${phase === 'loading' ? 'Loading' : 'Reading'} ${fileName}`;
      this.#show =
        phase === 'gathering'
          ? showCount(this.#output, `Found in ${fileName}`, this.#now)
          : lateProgress(
              showProgress(this.#output, phase === 'reading' ? `Reading ${fileName}, bytes` : 'Loading'),
              this.#now,
            );
    }
    if (total > 0 || phase === 'gathering') this.#show(done, total);
  }

  /** To be called each second: says that the work goes on, where nothing was heard of it for a while. */
  tick(): void {
    const { isTTY } = this.#output;
    if (this.#now() - this.#spoke < (isTTY ? SILENCE : PLAIN_SILENCE)) return;
    const line = `${this.#words}: at work for ${Math.round((this.#now() - this.#began) / 1000)} s`;
    this.#output.write(isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#output.isTTY && this.#spoke > this.#began) this.#output.write('\r\u001b[K');
  }
}
