import { create } from 'zustand';

/** Whether the dialog that saves an image or a page is open. */
export const usePictureDialog = create<{ opened: boolean }>()(() => ({ opened: false }));

export function openPictureDialog(): void {
  usePictureDialog.setState({ opened: true });
}

export function closePictureDialog(): void {
  usePictureDialog.setState({ opened: false });
}
