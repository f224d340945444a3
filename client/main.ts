import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './look/tokens.css';
import './panels/frame/page.css';
import { askFirst } from './panels/keep/ask-first.ts';
import { app } from './panels/text/app.ts';

void askFirst();
import('./page.tsx').catch(() => {
  const words = document.createElement('p');
  words.role = 'alert';
  words.textContent = app.partAway;
  document.getElementById('root')?.replaceChildren(words);
});
