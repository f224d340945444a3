import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cssVariables, theme } from './look/theme.ts';
import { queryClient } from './panels/connection/query-client.ts';
import { Frame } from './panels/frame/Frame.tsx';
import { WholePage } from './panels/states/WholePage.tsx';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <WholePage>
          <Frame />
        </WholePage>
      </QueryClientProvider>
    </MantineProvider>
  );
}
