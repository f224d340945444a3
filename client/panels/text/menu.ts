export const menu = {
  open: 'Menu of what is selected',
  ofCanvas: 'Canvas',
  ofLink: 'Link',
};
