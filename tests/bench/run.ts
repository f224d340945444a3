/** `npm run bench -- paths` or `npm run bench -- scene`; paths when nothing is named. */
const [, , name = 'paths'] = process.argv;
if (name === 'scene') await import('./scene/main.ts');
else if (name === 'paths') await import('./main.ts');
else throw new Error(`No bench ${name}: use paths or scene`);
