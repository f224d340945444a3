/** What this tab shows, in its own storage; and what any tab showed last, in the storage that all share. */
export const TAB = 'throughline-tab';
export const LAST = 'throughline-last';
