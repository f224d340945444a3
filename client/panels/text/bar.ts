export const bar = {
  search: 'Find in the graph',
  searchKey: '/',
  undo: (name?: string) => (name ? `Undo: ${name}` : 'Nothing to undo'),
  redo: (name?: string) => (name ? `Redo: ${name}` : 'Nothing to redo'),
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkToKept:
    'Link copied. It is to a view that this server keeps, since the whole view is too long for a link.',
  linkTooLong: (reason: string) =>
    `This view is too large for a link. ${reason} In the Views panel it can be saved as a file.`,
  linkNotCopied: 'The browser did not allow copying. The link is in the address bar.',
  scheme: 'Light, dark and contrast',
  moreContrast: 'More contrast',
  schemes: { light: 'Light', dark: 'Dark', auto: 'As the system' },
  about: 'What is this',
  more: 'More',
  tools: 'Tools',
};
