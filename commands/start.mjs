import { buildStaleOrExit } from './build-stale.mjs';

// One process from here on: the server runs in this one. `exec` in package.json lets it take the place of npm's
// shell, which would not pass signals on; where the shell knows no `exec` (Windows), the second half starts it.
await buildStaleOrExit(['server', 'page']);
await import('../dist/server/main.js');
