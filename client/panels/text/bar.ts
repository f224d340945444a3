export const bar = {
  search: 'Find in the graph',
  searchKey: 'Ctrl K',
  undo: (name?: string) => (name ? `Undo: ${name}` : 'Nothing to undo'),
  redo: (name?: string) => (name ? `Redo: ${name}` : 'Nothing to redo'),
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkNotCopied: 'The browser did not allow copying. The link is in the address bar.',
  scheme: 'Light or dark',
  schemes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
  about: 'What is this',
  more: 'More',
  tools: 'Tools',
};
