export const answer = {
  add: 'Add to the canvas',
  added: 'On the canvas',
  keepOnly: 'Keep only this',
  show: 'Show on canvas',
  export: 'Export',
  exportPart: 'Only this, as a file',
};
