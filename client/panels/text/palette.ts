export const palette = {
  open: 'Find or do anything',
  label: 'Find a node or an action',
  placeholder: 'Type a name or what to do',
  results: 'Results',
  found: 'In the graph',
  nothing: (words: string) => `Nothing in the graph and no action is called "${words}".`,
};
