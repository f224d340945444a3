import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const serverPort = process.env.PORT ?? '8080';

/** Lets the browser fetch what draws the graph while the small script is on its way that asks for it. */
function fetchGraphScriptAtOnce(): Plugin {
  return {
    name: 'fetch-graph-script-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const script = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.name === 'graph',
        );
        if (script?.type !== 'chunk') throw new Error('There is no script that draws the graph.');
        const link = (attrs: Record<string, string>, file: string) => ({
          tag: 'link',
          attrs: { ...attrs, crossorigin: true, href: `./${file}` },
          injectTo: 'head' as const,
        });
        const styles = [...(script.viteMetadata?.importedCss ?? [])];
        return [
          link({ rel: 'modulepreload' }, script.fileName),
          ...styles.map((file) => link({ rel: 'stylesheet' }, file)),
        ];
      },
    },
  };
}

/** Puts a packed copy beside each file of script and style, for the server to send. */
function packAssets(): Plugin {
  // One more would take twice as long for a hundredth less.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
  return {
    name: 'pack-assets',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets');
      const names = (await readdir(assets)).filter((name) => /\.(js|css)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const path = join(assets, name);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path), { params }));
        }),
      );
    },
  };
}

export default defineConfig({
  root: 'client',
  base: './',
  plugins: [react(), fetchGraphScriptAtOnce(), packAssets()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Read by the test of how much script the first visit loads.
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // One file for what asks first, one for what draws the graph and one for the rest of the page, not one for each
        // module that they share. Parts that load when used are split by their dynamic imports.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            { name: 'graph', test: /[\\/]client[\\/]page\.tsx$/ },
            { name: 'furnishing', test: /[\\/]furnishing\.ts$/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${serverPort}`, '/openapi.json': `http://127.0.0.1:${serverPort}` },
  },
});
