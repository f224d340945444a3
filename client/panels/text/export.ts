export const exporting = {
  button: 'Export',
  onScreen: 'What is on screen',
  formats: {
    json: 'JSON, with all properties',
    gexf: 'GEXF, for Gephi',
    graphml: 'GraphML, for yEd and NetworkX',
    csv: 'CSV, two tables in a zip',
    markdown: 'Report with quotes (Markdown)',
    png2: 'Image (PNG)',
    png4: 'Image, large (PNG)',
  },
  saved: (name: string) => `${name} saved.`,
  failed: (reason: string) => `The export failed. ${reason}`,
  nothing: 'Nothing is on screen to export.',
  noImage: 'The drawing is not there, so no image can be made.',
};
