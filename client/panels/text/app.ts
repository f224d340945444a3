export const app = {
  name: 'Throughline',
  skipToGraph: 'Skip to the graph',
  panels: 'Panels',
  graph: 'Graph',
  details: 'Details',
  reading: 'Reading',
  closePanel: (name: string) => `Close ${name}`,
  dismiss: 'Dismiss',
  retry: 'Try again',
  partAway:
    'The server did not answer, or is newer than this page. When it is back, reload the page: what is on the canvas is kept.',
  reload: 'Reload the page',
  broken: 'This page stopped working',
  brokenHint:
    'That is our mistake, or a part of the page did not come. What was on the canvas is kept; reload the page to go on.',
  showMore: 'Show more',
  widen: 'Width of the side panel',
  side: 'Selected',
  choices: 'Choices',
  sheet: {
    low: 'Sheet is low. Make it higher',
    half: 'Sheet is half. Make it full',
    full: 'Sheet is full. Make it low',
  },
};
