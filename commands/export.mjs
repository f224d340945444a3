import { buildStaleOrExit } from './build-stale.mjs';

// The standard output may be the file.
await buildStaleOrExit(['server'], process.stderr);
await import('../dist/server/export/main.js');
