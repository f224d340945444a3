/** What the page asks before all else; apart from the schemas, which take longer to load than to be asked for. */
export const FIRST_PATHS = { health: '/api/health', graphParts: '/api/graph/parts' } as const;

/** Nodes of the first graph that are given at most; with this limit the page asks for all. */
export const MOST_FIRST_NODES = 20_000;

/** The text that `nameListSchema` reads as these names. */
export function writeNameList(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\,]/g, '\\$&')).join(',');
}
