export const rail = {
  find: 'Find',
  paths: 'Trace',
  filter: 'Filter',
  views: 'Views',
  about: 'About',
  drawer: 'Tables',
  look: 'Colour and size',
};
