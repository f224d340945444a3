import { create } from 'zustand';

/** Whether the list of keys is open. */
export const useKeysList = create<{ opened: boolean }>()(() => ({ opened: false }));

export function openKeys(): void {
  useKeysList.setState({ opened: true });
}

export function closeKeys(): void {
  useKeysList.setState({ opened: false });
}
