/** Where progress is written; a part of `process.stdout`. */
export interface ProgressOutput {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Plain output, such as a log file, gets a line at most each so many percent. */
const PLAIN_STEP = 25;

/** A progress callback: one line that updates itself on a terminal, a few plain lines elsewhere. */
export function showProgress(output: ProgressOutput): (done: number, total: number) => void {
  let shown = 0;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (output.isTTY) {
      output.write(`\r\u001b[KLoading: ${done} of ${total} (${percent} %)${done === total ? '\n' : ''}`);
    } else if (percent >= shown + PLAIN_STEP || (done === total && shown < 100)) {
      shown = percent;
      output.write(`Loading: ${done} of ${total} (${percent} %)\n`);
    }
  };
}
