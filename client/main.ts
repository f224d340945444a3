import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './look/tokens.css';
import './panels/frame/page.css';
import { askFirst } from './panels/keep/ask-first.ts';
import { app } from './panels/text/app.ts';

/** Milliseconds that the page's script waits to run until the graph is asked for: while it runs nothing can be. */
const HEAD_START_MS = 100;

const headStart = new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
Promise.race([askFirst(), headStart])
  .then(() => import('./page.tsx'))
  .catch(() => {
    const words = document.createElement('p');
    words.role = 'alert';
    words.textContent = app.partAway;
    document.getElementById('root')?.replaceChildren(words);
  });
