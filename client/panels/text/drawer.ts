export const drawer = {
  heading: 'Tables and timeline',
  tabs: { nodes: 'Nodes', links: 'Links', time: 'Timeline' },
  open: { nodes: 'the table of nodes', links: 'the table of links', time: 'the timeline' },
  close: 'Fold this',
  height: 'Height of this part',
  loading: 'Loading this part',
  failed: 'This part could not be loaded',
};
