import { deflateSync, inflateSync } from 'fflate';
import { type ReadView, readView, type SavedView } from '../../../server/contract/saved-view.ts';

/** A link is kept under so many characters: longer ones are cut by mail programs and chats. */
export const LONGEST_LINK = 8000;
/** Bytes that a link may unfold to; more is no view but an attack. */
const MOST_BYTES = 4_000_000;

/** A view as letters, digits, `-` and `_`: JSON, deflated, base64url. */
export function packView(view: SavedView): string {
  // What is as it is by default is left out: reading fills it in.
  const data = Object.fromEntries(Object.entries(view.data).filter(([, value]) => !isBare(value)));
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify({ meta: view.meta, data })), {
    level: 9,
  });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads what `packView` wrote; says what is wrong with anything else. Never throws. */
export function unpackView(packed: string): ReadView {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) }),
    );
    return readView(JSON.parse(text));
  } catch {
    return { problem: 'broken', detail: '' };
  }
}

function isBare(value: unknown): boolean {
  return value === null || value === '';
}
