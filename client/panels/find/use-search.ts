import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { searchQuery } from '../../api/queries.ts';

const PAUSE_MS = 160;

/** What a search finds while its words are being typed; a request that is no longer wanted is aborted. */
export function useSearch(words: string, limit: number) {
  const [settled] = useDebouncedValue(words.trim(), PAUSE_MS);
  const query = useQuery({ ...searchQuery(settled, limit), placeholderData: keepPreviousData });
  const current = settled === words.trim() && !query.isPlaceholderData;
  return {
    hits: settled === '' ? [] : (query.data?.hits ?? []),
    total: settled === '' ? 0 : (query.data?.total ?? 0),
    /** The words that the hits belong to. */
    words: settled,
    searching: words.trim() !== '' && (!current || query.isFetching),
    error: current ? query.error : null,
  };
}
