import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isAway } from '../../api/api-problem.ts';
import { healthQuery } from '../../api/queries.ts';

const [HEALTH] = healthQuery.queryKey;

/** Answers are kept: the graph is read, not written, so they stay true until the database was away. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== HEALTH && isAway(error)) lookAtHealth();
    },
  }),
  defaultOptions: {
    queries: {
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // The server may be on this very machine, which the browser's idea of being online knows nothing of.
      networkMode: 'always',
    },
  },
});

/** Asks at once how the database is, as something has just failed. */
export function lookAtHealth(): void {
  void queryClient.invalidateQueries({ queryKey: healthQuery.queryKey });
}

/** Asks again for everything that failed meanwhile. */
export function askAgain(): void {
  void queryClient.refetchQueries({
    predicate: (query) => query.queryKey[0] !== HEALTH && query.state.status === 'error',
  });
}
