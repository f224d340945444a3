import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import express, { Router } from 'express';

/** What the build puts behind the name of a file that it packed. */
const PACKED = '.br';

/**
 * Serves the built page. Script and styles go out as the build packed them where the browser takes that: packing them
 * anew for each visit takes a part of the time until the graph is on the screen.
 */
export function builtPage(folder: string): Router {
  const assets = join(folder, 'assets');
  const packed = new Set(
    existsSync(assets) ? readdirSync(assets).filter((name) => name.endsWith(PACKED)) : [],
  );
  const router = Router();
  router.use(
    '/assets',
    (request, _response, next) => {
      const name = `${request.path.slice(1)}${PACKED}`;
      if (packed.has(name) && request.acceptsEncodings('br') !== false) request.url = `/${name}`;
      next();
    },
    express.static(assets, {
      immutable: true,
      maxAge: '1y',
      fallthrough: false,
      setHeaders: (response, path) => {
        if (!path.endsWith(PACKED)) return;
        response.setHeader('Content-Encoding', 'br');
        response.setHeader('Vary', 'Accept-Encoding');
        response.type(basename(path, PACKED));
      },
    }),
  );
  router.use(express.static(folder, { maxAge: 0 }));
  return router;
}
