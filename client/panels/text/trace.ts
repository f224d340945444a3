export const trace = {
  tasks: 'What to ask',
  path: 'Path',
  connect: 'Connect',
  compare: 'Compare',
  around: 'Around',
};
