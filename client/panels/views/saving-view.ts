import { create } from 'zustand';

/** Whether the form for saving what is on screen is open. */
export const useSavingView = create<{ saving: boolean }>()(() => ({ saving: false }));
