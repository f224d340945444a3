import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = path.join(import.meta.dirname, '../..');
const ADDRESS = /^Throughline is at (http:\/\/127\.0\.0\.1:\d+)$/m;

/**
 * `npm start` as a person runs it, on any free port and without the settings of this shell. It leads a process
 * group of its own, so that not even an orphan of it outlives a test.
 */
export class NpmStart {
  readonly ended: Promise<number | null>;
  #child: ChildProcess;
  #output = '';

  constructor(settings: Record<string, string>) {
    const { PATH = '', HOME = '' } = process.env;
    this.#child = spawn('npm', ['start', '--silent'], {
      cwd: root,
      env: { PATH, HOME, PORT: '0', ...settings },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text) => {
        this.#output += text;
      });
    }
    this.ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('npm did not start');
    return this.#child.pid;
  }

  /** All that it printed, without npm's own remarks about its settings. */
  get output(): string {
    return this.#output.replace(/^npm warn .*\n/gm, '').trim();
  }

  /** The address that it printed; waits for it. */
  async address(): Promise<string> {
    let isOver = false;
    this.ended.then(() => {
      isOver = true;
    });
    for (;;) {
      const [, address] = ADDRESS.exec(this.output) ?? [];
      if (address !== undefined) return address;
      if (isOver) throw new Error(`npm start ended:\n${this.output}`);
      await wait(20);
    }
  }

  /** The answer to a GET of a path, which must be JSON with status 200. */
  async json(route: string): Promise<Record<string, unknown>> {
    const answer = await fetch(`${await this.address()}${route}`);
    if (answer.status !== 200) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** Ids of the living processes that it consists of. */
  processes(): number[] {
    const table = execFileSync('ps', ['-eo', 'pid=,pgid=,stat='], { encoding: 'utf8' });
    return table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, group, state]) => Number(group) === this.pid && !state?.startsWith('Z'))
      .map(([id]) => Number(id));
  }

  /** Sends a signal to npm alone, or to every process, as Ctrl+C does; answers with the exit status. */
  async stop(signal: NodeJS.Signals, to: 'npm' | 'all' = 'npm'): Promise<number | null> {
    process.kill(to === 'npm' ? this.pid : -this.pid, signal);
    return await this.ended;
  }

  killAll(): void {
    if (this.processes().length > 0) process.kill(-this.pid, 'SIGKILL');
  }
}
