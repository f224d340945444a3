export const lasso = {
  button: 'Draw around nodes to select them',
  hint: 'Draw a line around the nodes to select. With Shift they are added.',
  stop: 'Stop',
};
