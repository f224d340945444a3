import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { writeNameList } from '../../server/contract/first-requests.ts';
import { type CallInput, call } from './call.ts';

/** Seconds between two looks at the database's health: while it is away, and while all is well. */
export const RETRY_SECONDS = 5;
const CALM_SECONDS = 30;

const NEIGHBOUR_PAGE = 12;

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => call('health', { signal }),
  refetchInterval: (query) =>
    (query.state.status === 'success' && query.state.data?.status === 'ok' ? CALM_SECONDS : RETRY_SECONDS) *
    1000,
  refetchIntervalInBackground: true,
  staleTime: 0,
  // It is looked at all the time; a part of the page that comes later asks for nothing new.
  refetchOnMount: false,
});

export const schemaQuery = queryOptions({
  queryKey: ['schema'],
  queryFn: ({ signal }) => call('schema', { signal }),
});

export const importOptionsQuery = queryOptions({
  queryKey: ['import-options'],
  queryFn: ({ signal }) => call('importOptions', { signal }),
});

export const documentsQuery = queryOptions({
  queryKey: ['documents'],
  queryFn: ({ signal }) => call('documents', { signal }),
});

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => call('document', { params: { id }, signal }),
  });

export const nodeQuery = (id: string) =>
  queryOptions({
    queryKey: ['node', id],
    queryFn: ({ signal }) => call('node', { params: { id }, signal }),
  });

export const relationshipQuery = (id: string) =>
  queryOptions({
    queryKey: ['relationship', id],
    queryFn: ({ signal }) => call('relationship', { params: { id }, signal }),
  });

export const searchQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['search', q, limit],
    queryFn: ({ signal }) => call('search', { query: { q, limit }, signal }),
    enabled: q.trim() !== '',
  });

/** The neighbours of a node by one type and direction, page by page. */
export const neighboursQuery = (id: string, type: string, direction: 'in' | 'out') =>
  infiniteQueryOptions({
    queryKey: ['neighbours', id, type, direction],
    queryFn: ({ signal, pageParam }) =>
      call('neighbours', {
        params: { id },
        query: {
          types: writeNameList([type]),
          direction,
          limit: NEIGHBOUR_PAGE,
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** How much lies within some hops, without the graph itself. */
export const surroundingsQuery = (request: NonNullable<CallInput<'surroundings'>['body']>) =>
  queryOptions({
    queryKey: ['surroundings', request],
    queryFn: ({ signal }) => call('surroundings', { body: { ...request, countOnly: true }, signal }),
  });
