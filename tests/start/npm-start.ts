import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = path.join(import.meta.dirname, '../..');
const ADDRESS = /^Throughline is at (http:\/\/127\.0\.0\.1:\d+)$/m;

interface Process {
  id: number;
  group: number;
  state: string | undefined;
}

/** From /proc where there is one: a slim machine has no `ps`. */
function processTable(): Process[] {
  if (!existsSync('/proc/self/stat')) {
    const lines = execFileSync('ps', ['-eo', 'pid=,pgid=,stat='], { encoding: 'utf8' }).trim().split('\n');
    return lines
      .map((line) => line.trim().split(/\s+/))
      .map(([id, group, state]) => ({ id: Number(id), group: Number(group), state: state?.[0] }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        // After the name in brackets, which may hold anything: state, parent, group.
        const [state, , group] = readFileSync(`/proc/${id}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [{ id: Number(id), group: Number(group), state }];
      } catch {
        return [];
      }
    });
}

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
    return processTable()
      .filter(({ group, state }) => group === this.pid && state !== 'Z')
      .map(({ id }) => id);
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
