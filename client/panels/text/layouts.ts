import { nodeWords } from './counts.ts';

export const layouts = {
  heading: 'Layout',
  names: {
    force: 'By links',
    hierarchical: 'In layers',
    radial: 'In rings',
    'by-kind': 'By kind',
    circular: 'In a circle',
    grid: 'In rows',
  },
  means: {
    force: 'What is linked lies close together',
    hierarchical: 'Links point down',
    radial: 'By distance from the selected node',
    'by-kind': 'A block for each kind',
    circular: 'What is linked stands side by side',
    grid: 'By name, as in a list',
  },
  action: (name: string) => `Lay out: ${name.toLowerCase()}`,
  running: (name: string, count: number, share: number) =>
    `Laying out ${nodeWords(count)} ${name.toLowerCase()}${share > 0 ? `, ${Math.round(share * 100)} %` : ''}`,
  cancel: 'Cancel',
  cancelled: 'Layout cancelled. Nothing was moved.',
  done: 'The layout is done.',
};
