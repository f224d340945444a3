/** The address of an operation, below wherever the page itself was served. */
export function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(entriesOf(params).get(name))),
  );
  const search = new URLSearchParams();
  for (const [name, value] of entriesOf(query)) if (value !== undefined) search.set(name, String(value));
  const address = new URL(`.${filled}`, document.baseURI);
  address.search = search.toString();
  address.hash = '';
  return address.href;
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
