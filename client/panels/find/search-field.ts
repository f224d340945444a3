import { useScreen } from '../screen-store.ts';

let field: HTMLInputElement | null = null;

/** Tells which field of the top bar finds things; null where there is no room for one. */
export function setSearchField(input: HTMLInputElement | null): void {
  field = input;
}

/** Puts the focus into the search field: that of the top bar, else that of the Find panel. */
export function focusSearch(): void {
  if (field) {
    field.focus();
    field.select();
    return;
  }
  useScreen.getState().openLeft('find');
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-find-field]')?.focus());
}
