export const picture = {
  open: 'Image',
  heading: 'Save as an image',
  close: 'Close',
  format: 'Format',
  formats: { png: 'PNG', svg: 'SVG' },
  uses: {
    png: 'For slides, messages and documents.',
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
  source: (from: string | undefined, date: string) =>
    [from ? `Source: ${from}` : '', 'Throughline', date].filter(Boolean).join(' · '),
};
