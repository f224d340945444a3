/** Where progress is written; a part of `process.stdout`. */
export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds between two lines of plain output that count without an end. */
const PLAIN_PAUSE = 5_000;

/** Plain output, such as a log file, gets a line at most each so many percent. */
const PLAIN_STEP = 25;

/** A progress callback: one line that updates itself on a terminal, a few plain lines elsewhere. */
export function showProgress(
  output: ProgressOutput,
  words = 'Loading',
): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (output.isTTY) {
      output.write(`\r\u001b[K${words}: ${done} of ${total} (${percent} %)${done === total ? '\n' : ''}`);
    } else if (percent >= shown + PLAIN_STEP || (done === total && shown < 100)) {
      shown = percent;
      output.write(`${words}: ${done} of ${total} (${percent} %)\n`);
    }
  };
}

/** The same callback, quiet for as long as the work may end within a second. */
export function lateProgress(
  show: (done: number, total: number) => void,
  now = () => Date.now(),
): (done: number, total: number) => void {
  const begin = now();
  let shows = false;
  return (done, total) => {
    shows ||= now() - begin >= 1000 && done < total;
    if (shows) show(done, total);
  };
}

/** Shows a count whose end is not known, from its first second on. */
export function showCount(
  output: ProgressOutput,
  words: string,
  now = () => Date.now(),
): (count: number) => void {
  let next = now() + 1000;
  return (count) => {
    if (now() < next) return;
    if (!output.isTTY) next = now() + PLAIN_PAUSE;
    const line = `${words}: ${count.toLocaleString('en')} nodes and relationships`;
    output.write(output.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}
