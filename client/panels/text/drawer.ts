export const drawer = {
  heading: 'Tables',
  tabs: { nodes: 'Nodes', links: 'Links' },
  close: 'Fold the tables',
  height: 'Height of the tables',
  loading: 'Loading this part',
  failed: 'This part could not be loaded',
};
