import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');

/** A failure that a person can mend; its message is the whole story. */
export class BuildProblem extends Error {}

/**
 * What is built, from what, into which folders of dist. A part is stale when the hash of the content of its
 * inputs is not the one written beside the last build; times of files play no role, so that a fresh clone, a
 * copied image and a switched branch are judged alike.
 */
const parts = {
  server: {
    inputs: ['server', 'graph-seed', 'tsconfig.json', 'tsconfig.server.json'],
    entry: 'server/main.js',
    outputs: ['server', 'graph-seed'],
    // Types are checked by `npm run check`; here they are only taken away.
    commands: (into) => [
      ['typescript', 'bin/tsc', '-p', 'tsconfig.server.json', '--noCheck', '--outDir', into],
    ],
  },
  page: {
    inputs: [
      'client',
      'server/contract',
      'tsconfig.json',
      'vite.config.ts',
      'vite.offline.config.ts',
      'package-lock.json',
    ],
    entry: 'client/index.html',
    outputs: ['client'],
    // The page, and the script of pages that are saved to be opened without a server.
    commands: (into) => {
      const build = (folder) => ['vite', 'bin/vite.js', 'build', '--outDir', path.join(into, folder)];
      const how = ['--emptyOutDir', '--logLevel', 'warn'];
      return [
        [...build('client'), ...how],
        [...build('client/offline'), '--config', 'vite.offline.config.ts', ...how],
      ];
    },
  },
};

/** Texts of the dataset are read when seeding, not compiled. */
const isCompiled = (file) => !file.startsWith(path.join('graph-seed', 'documents') + path.sep);

async function hashInputs(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const full = path.join(root, input);
    const entries =
      existsSync(full) && !path.extname(input)
        ? await readdir(full, { recursive: true, withFileTypes: true })
        : [];
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of entries.length > 0 ? files.sort() : [full]) {
      const name = path.relative(root, file);
      if (!existsSync(file) || !isCompiled(name)) continue;
      hash
        .update(`${name.replaceAll(path.sep, '/')}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

const stampFile = (name) => path.join(dist, `${name}.stamp`);

async function staleParts(names) {
  const stale = [];
  for (const name of names) {
    const hash = await hashInputs(parts[name].inputs);
    const built = await readFile(stampFile(name), 'utf8').catch(() => '');
    if (built !== hash || !existsSync(path.join(dist, parts[name].entry))) stale.push({ name, hash });
  }
  return stale;
}

/** Runs a tool in a process group of its own, which ends whole when `signal` aborts. */
function runTool([pack, script, ...args], signal) {
  return new Promise((resolve, reject) => {
    const grouped = process.platform !== 'win32';
    const child = spawn(process.execPath, [path.join(root, 'node_modules', pack, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: grouped,
    });
    signal.addEventListener('abort', () => (grouped ? process.kill(-child.pid, 'SIGKILL') : child.kill()));
    let output = '';
    child.stdout.on('data', (text) => {
      output += text;
    });
    child.stderr.on('data', (text) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new BuildProblem(`${pack} failed:\n${output.trim()}`));
    });
  });
}

/** Builds into a folder of its own and moves the result in place, so that dist never holds half a build. */
async function buildPart({ name, hash }, signal) {
  const { outputs, commands } = parts[name];
  const fresh = path.join(dist, `.building-${name}-${process.pid}`);
  const old = path.join(dist, `.replaced-${name}-${process.pid}`);
  try {
    await mkdir(fresh, { recursive: true });
    for (const command of commands(fresh)) await runTool(command, signal);
    await rm(stampFile(name), { force: true });
    await mkdir(old, { recursive: true });
    for (const output of outputs) {
      const place = path.join(dist, output);
      if (existsSync(place)) await rename(place, path.join(old, output));
      await rename(path.join(fresh, output), place);
    }
    await writeFile(stampFile(name), hash);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Waits while another process builds; takes the lock over when its owner is gone. Answers with its release. */
async function lockDist() {
  const lock = path.join(dist, 'build.lock');
  const mine = `${lock}-${process.pid}`;
  await mkdir(dist, { recursive: true });
  await writeFile(mine, String(process.pid));
  try {
    for (let told = false; ; ) {
      // A hard link appears with its content and fails when the name is taken: no half-written lock.
      const error = await link(mine, lock).catch((reason) => reason);
      if (!error) return () => rm(lock, { force: true });
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(await readFile(lock, 'utf8').catch(() => process.pid));
      if (owner === process.pid || !isAlive(owner)) {
        await rm(lock, { force: true });
        continue;
      }
      if (!told) console.log(`Waiting for the build of process ${owner}…`);
      told = true;
      await wait(100);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** What builds that were killed left behind; called by the owner of the lock. */
async function removeLeftovers() {
  for (const name of await readdir(dist)) {
    if (/^\.(building|replaced)-/.test(name))
      await rm(path.join(dist, name), { recursive: true, force: true });
  }
}

/**
 * Builds the named parts ('server', 'page') that are stale, side by side, and says so in one line; says nothing
 * when all are fresh. Several processes may call it at once: one builds, the others wait for it.
 * @param {string[]} names
 * @param {NodeJS.WritableStream} output where the line goes
 * @throws {BuildProblem} when the compiler refuses the sources or the build tools are not installed
 */
export async function buildStale(names, output = process.stdout) {
  if ((await staleParts(names)).length === 0) return;
  if (!existsSync(path.join(root, 'node_modules', 'typescript'))) {
    throw new BuildProblem(
      'The sources changed since the last build, and the build tools are not installed: run "npm ci".',
    );
  }
  const stopped = new AbortController();
  const stop = () => stopped.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const unlock = await lockDist();
  try {
    const stale = await staleParts(names);
    if (stale.length === 0) return;
    await removeLeftovers();
    const began = performance.now();
    output.write(`Building ${stale.map(({ name }) => `the ${name}`).join(' and ')}… `);
    const results = await Promise.allSettled(stale.map((part) => buildPart(part, stopped.signal)));
    const failed = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
    output.write(failed.length === 0 ? `${((performance.now() - began) / 1000).toFixed(1)} s\n` : 'failed\n');
    if (stopped.signal.aborted) throw new BuildProblem('Stopped before the build was done.');
    if (failed.length > 0) throw new BuildProblem(failed.map((error) => error.message).join('\n\n'));
  } finally {
    await unlock();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** Builds what is stale; a failure is told in plain words and ends the process with code 1. */
export async function buildStaleOrExit(names, output) {
  try {
    await buildStale(names, output);
  } catch (error) {
    if (!(error instanceof BuildProblem) && !error.code) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
