import type { StateStorage } from 'zustand/middleware';

/** `session` is this tab's own and survives a reload; `local` is shared by all tabs and outlives them. */
export type StorageArea = 'session' | 'local';

/** Just asking for a storage throws where the user or a policy forbids it. */
function storageOf(area: StorageArea): Storage | null {
  try {
    return area === 'session' ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

/** What was kept under a name; null where nothing was, or it cannot be read. */
export function readKept(area: StorageArea, name: string): string | null {
  try {
    return storageOf(area)?.getItem(name) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a text; false where the storage is full or forbidden. What was there under the name stays then. */
export function keep(area: StorageArea, name: string, text: string): boolean {
  try {
    const storage = storageOf(area);
    storage?.setItem(name, text);
    return storage !== null;
  } catch {
    return false;
  }
}

export function dropKept(area: StorageArea, name: string): void {
  try {
    storageOf(area)?.removeItem(name);
  } catch {
    // What cannot be reached is as good as gone.
  }
}

/** The names that begin with a prefix. */
export function keptNames(area: StorageArea, prefix: string): string[] {
  try {
    return Object.keys(storageOf(area) ?? {}).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** The browser's storage for `persist`, which would otherwise break the page where it is full. */
export const forgivingStorage: StateStorage = {
  getItem: (name) => readKept('local', name),
  setItem: (name, text) => void keep('local', name, text),
  removeItem: (name) => dropKept('local', name),
};
