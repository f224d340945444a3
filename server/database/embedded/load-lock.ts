import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LoadRefused } from '../database-errors.ts';
import { notWritable } from './current-graph.ts';

const REFRESH_MS = 2_000;
/** A lock that was not refreshed for so long was left by a process that is gone. */
const STALE_MS = 15_000;
const RETRY_MS = 200;

/**
 * Takes the lock of a load in DATA_DIR and waits at most `patienceMs` for another load. Returns what gives it
 * back. Rejects with `LoadRefused`.
 */
export async function takeLoadLock(dataDir: string, patienceMs: number): Promise<() => Promise<void>> {
  const file = join(dataDir, 'load.lock');
  const patience = Date.now() + patienceMs;
  while (!(await created(file, dataDir))) {
    if (await isStale(file)) await rm(file, { force: true });
    else if (Date.now() >= patience) {
      throw new LoadRefused(`Another load into ${dataDir} is under way; try again when it is done`);
    } else await pause(RETRY_MS);
  }
  const refresh = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => clearInterval(refresh));
  }, REFRESH_MS);
  refresh.unref();
  return async () => {
    clearInterval(refresh);
    await rm(file, { force: true });
  };
}

async function created(file: string, dataDir: string): Promise<boolean> {
  try {
    await writeFile(file, `${hostname()} ${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw notWritable(dataDir, error);
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const [{ mtimeMs }, text] = await Promise.all([stat(file), readFile(file, 'utf8')]);
    if (Date.now() - mtimeMs > STALE_MS) return true;
    const [host, pid] = text.trim().split(' ');
    return host === hostname() && pid !== undefined && !isAlive(Number(pid));
  } catch {
    // Given back meanwhile.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
