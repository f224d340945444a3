import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const serverPort = process.env.PORT ?? '8080';

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Read by the test of how much script the first visit loads.
    manifest: true,
    target: 'es2022',
    // The scene is needed at once and holds sigma; parts that load when used are split by their dynamic imports.
    chunkSizeWarningLimit: 1200,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${serverPort}`, '/openapi.json': `http://127.0.0.1:${serverPort}` },
  },
});
