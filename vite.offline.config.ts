import { defineConfig } from 'vite';

/** The script of pages that are saved to be opened without a server: one file, put into them whole. */
export default defineConfig({
  root: 'client',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: '../dist/client/offline',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'offline/main.ts', formats: ['iife'], name: 'throughline', fileName: () => 'page.js' },
  },
});
