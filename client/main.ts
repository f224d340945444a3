import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './look/tokens.css';
import './panels/frame/page.css';
import { askFirst } from './panels/keep/ask-first.ts';

void askFirst();
void import('./page.tsx');
