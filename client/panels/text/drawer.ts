export const drawer = {
  heading: 'Tables and timeline',
  tabs: { nodes: 'Nodes', links: 'Links', time: 'Timeline' },
  close: 'Fold this',
  height: 'Height of this part',
  loading: 'Loading this part',
  failed: 'This part could not be loaded',
};
