export const picture = {
  open: 'Image',
  heading: 'Save as an image or a page',
  close: 'Close',
  format: 'Format',
  formats: { png: 'PNG', svg: 'SVG', html: 'Page' },
  uses: {
    png: 'For slides, messages and documents.',
    html: 'One HTML file that opens in any browser, without a server or a network: with search, details and quotes.',
    svg: 'Sharp at any size, with text as text; for print and for drawing programs such as Inkscape.',
  },
  extent: 'What of it',
  extents: { view: 'What is in view', whole: 'The whole graph' },
  scale: 'Size',
  ground: 'Background',
  grounds: { light: 'Light', dark: 'Dark' },
  title: 'Title',
  cancel: 'Cancel',
  save: 'Save',
  path: 'Path',
  noViewer: 'The part that makes pages is not there. Build Throughline anew, then try again.',
  source: (from: string | undefined, date: string) =>
    [from ? `Source: ${from}` : '', 'Throughline', date].filter(Boolean).join(' · '),
};
