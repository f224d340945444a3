import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './build-stale.mjs';

/** The server and the page, each started anew or mended in place when its sources change. */
const tools = [
  ['tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
  ['vite/bin/vite.js', '--clearScreen', 'false'],
];
const children = tools.map(([script, ...args]) =>
  spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
  }),
);

function stop() {
  for (const child of children) child.kill('SIGTERM');
}
process.once('SIGINT', stop).once('SIGTERM', stop);
for (const child of children) child.once('exit', stop);
