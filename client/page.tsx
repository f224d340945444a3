import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { healthQuery } from './api/queries.ts';
import { exposeStageToTests } from './panels/canvas/stage-handle.ts';
import { queryClient } from './panels/connection/query-client.ts';

exposeStageToTests();
// Its answer is there before the page is drawn for the first time, or soon after.
void queryClient.prefetchQuery(healthQuery);
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
