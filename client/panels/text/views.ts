export const views = {
  heading: 'Views',
  steps: 'Steps',
  noSteps: 'Nothing has been changed yet. Each step appears here and can be undone.',
  start: 'Start',
  current: 'now',
  arrange: 'Arrange',
  fit: 'Fit all on screen',
  showAll: 'Show all that is hidden',
  clear: 'Clear the canvas',
  startOver: 'Bring the first graph back',
};
