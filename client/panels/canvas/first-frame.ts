import { create } from 'zustand';

/** Whether the graph was on the screen once, or it is known that it cannot be. */
export const useFirstFrame = create<{ over: boolean }>()(() => ({ over: false }));

/** What else the page shows need not wait any longer. */
export function endFirstFrame(): void {
  useFirstFrame.setState({ over: true });
}
