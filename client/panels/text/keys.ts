export const keys = {
  heading: 'Keyboard keys',
  close: 'Close the keys',
  /** Names of keys as they are printed; those of a Mac first. */
  names: {
    mod: ['⌘', 'Ctrl'],
    shift: ['⇧', 'Shift'],
    alt: ['⌥', 'Alt'],
    slash: ['/', '/'],
    '[plus]': ['+', '+'],
    contextmenu: ['Menu', 'Menu'],
  } satisfies Record<string, readonly [string, string]>,
  canvasOnly: 'Keys without Ctrl work while the focus is on the canvas.',
  fixed: [
    ['To a neighbour', 'Arrow keys'],
    ['To the next neighbour', 'Page Down'],
    ['To the best connected', 'Home'],
    ['Into the details', 'Enter'],
    ['Select or not', 'Space'],
    ['Move the picture', 'Shift and arrow keys'],
    ['Back, close, put away', 'Esc'],
    ['Draw around nodes', 'Shift and drag'],
    ['Add to the selection', 'Shift and click'],
  ] satisfies readonly (readonly [string, string])[],
};
