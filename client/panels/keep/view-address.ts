import { VIEW_ID } from '../../../server/contract/saved-view.ts';

/** Names in the part of an address after `#`: a whole view, and one that the server keeps. */
const PACKED = 'v';
const SHARED = 'view';

/** A view that an address asks for. */
export type AskedView = { kind: 'packed'; packed: string } | { kind: 'shared'; id: string };

/** The view in a hash, if there is one; what can be no view is one that cannot be read. */
export function viewAskedBy(hash: string): AskedView | null {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const packed = fields.get(PACKED);
  const id = fields.get(SHARED);
  if (packed !== null) return { kind: 'packed', packed };
  if (id === null) return null;
  return VIEW_ID.test(id) ? { kind: 'shared', id } : { kind: 'packed', packed: '' };
}

/** The rest of a hash, without the view; empty where there is nothing else. */
export function plainHash(hash: string): string {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  fields.delete(PACKED);
  fields.delete(SHARED);
  const rest = fields.toString();
  return rest === '' ? '' : `#${rest}`;
}

export function hashWithPacked(plain: string, packed: string): string {
  return `${plain === '' ? '#' : `${plain}&`}${PACKED}=${packed}`;
}

export function hashOfShared(id: string): string {
  return `#${SHARED}=${encodeURIComponent(id)}`;
}
