import { buildStaleOrExit } from './build-stale.mjs';

await buildStaleOrExit(['server']);
await import('../dist/graph-seed/main.js');
