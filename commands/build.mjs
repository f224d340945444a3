import { buildStaleOrExit } from './build-stale.mjs';

await buildStaleOrExit(['server', 'page']);
