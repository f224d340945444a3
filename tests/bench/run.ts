/** `npm run bench -- paths`, `-- scene`, `-- reading` or `-- writing`; paths when nothing is named. */
const [, , name = 'paths'] = process.argv;
if (name === 'scene') await import('./scene/main.ts');
else if (name === 'paths') await import('./main.ts');
else if (name === 'reading') await import('./exchange-reading.ts');
else if (name === 'writing') await import('./writing/main.ts');
else throw new Error(`No bench ${name}: use paths, scene, reading or writing`);
