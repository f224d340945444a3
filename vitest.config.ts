import { defineConfig } from 'vitest/config';

/** Files that may use the one Neo4j of a run, or a browser: one after another. */
const ENGINES = ['tests/database/**/*.test.ts', 'tests/http/**/*.test.ts', 'tests/browser/**/*.test.ts'];
const COMPOSE = ['tests/compose/**/*.test.ts', 'tests/start/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...ENGINES, ...COMPOSE],
          setupFiles: ['tests/fixtures/random-seed.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'engines',
          include: [...ENGINES, ...COMPOSE],
          setupFiles: ['tests/fixtures/random-seed.ts'],
          globalSetup: ['tests/fixtures/neo4j-global-setup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          // A browser or an engine on a busy machine now and then misses a moment; a fault fails every time.
          retry: process.env.CI === 'true' ? 2 : 0,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
