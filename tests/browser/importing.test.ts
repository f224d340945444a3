import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ImportRefused } from '../../server/exchange/import-problems.ts';
import { ImportRunner } from '../../server/imports/import-runner.ts';
import { startChromium } from '../fixtures/chromium.ts';
import { TEA_GRAPH, TEA_TEXT } from '../fixtures/dataset-folder.ts';
import { describeOnEmbedded } from '../fixtures/engines.ts';
import { childrenOf, isRunning, until } from '../fixtures/running-work.ts';
import { type ServedApp, serveApp } from '../fixtures/served-app.ts';
import { smallGraph } from '../fixtures/small-graph.ts';
import { openGraph, placeOf, type Screen } from './page.ts';

const CLIENT = join(import.meta.dirname, '../../dist/client');
const TOKEN = 'a-write-token-for-tests';
const WAIT = { timeout: 90_000 };
const browser: Browser | undefined = await startChromium();

const GOOD = `<graphml><graph edgedefault="undirected"><node id="__proto__"/><node id="x"><data key="label">Xanadu</data></node>
<edge source="x" target="__proto__"/></graph></graphml>`;
const BAD = '<gexf><graph><nodes><node id="a"/>\n<node id="a"/></nodes></graph></gexf>';

/** Drops files on the page as a person would from their folder. */
async function drop(page: Page, files: Record<string, string | Uint8Array>): Promise<void> {
  const encoded = Object.entries(files).map(
    ([name, content]) => [name, Buffer.from(content).toString('base64')] as const,
  );
  const dataTransfer = await page.evaluateHandle((contents) => {
    const transfer = new DataTransfer();
    for (const [name, content] of contents) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, encoded);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.getByText('Drop a graph file to import it').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** Small to send and long to read: a graph with comments of 300 characters, 200 MB in all. */
function slowFile(): Uint8Array {
  const comments = Array.from({ length: 65_000 }, (_, at) => `<!-- ${at} ${'-x'.repeat(140)} -->\n`).join('');
  const part = Buffer.from(comments);
  return gzipSync(
    Buffer.concat([Buffer.from('<graphml>'), ...Array(10).fill(part), Buffer.from('</graphml>')]),
    {
      level: 1,
    },
  );
}

/** The processes that read files for this one now. */
const readers = () =>
  childrenOf(process.pid).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('import-child');
    } catch {
      return false;
    }
  });

const gathered = (page: Page) =>
  page.evaluate(() => {
    const shown = document.querySelector('[role="application"]')?.getAttribute('aria-label') ?? '';
    return shown;
  });

/** How each reading that did not come to its end, and was no refusal, was left. */
const ends: string[] = [];
class WatchedRunner extends ImportRunner {
  override async run(...[request, signal]: Parameters<ImportRunner['run']>) {
    try {
      return await super.run(request, signal);
    } catch (error) {
      if (!(error instanceof ImportRefused)) ends.push(signal.aborted ? 'aborted' : String(error));
      throw error;
    }
  }
}

describeOnEmbedded('importing in a browser', smallGraph, (engine) => {
  let app: ServedApp;
  beforeAll(async () => {
    const runner = new WatchedRunner({ database: engine.settings, limitMb: 60, memoryMb: 512 });
    app = await serveApp(engine.database, {}, CLIENT, undefined, { runner, writeToken: TOKEN });
  });
  afterAll(() => app.close());
  const open = async (screen?: Screen) => {
    const opened = await openGraph(browser, app.address, screen);
    opened.page.setDefaultTimeout(WAIT.timeout);
    return opened;
  };

  it.skipIf(browser === undefined)(
    'tells what is wrong, puts a dropped file on the canvas as one step, and takes it back',
    async () => {
      const { page, close } = await open();
      const before = await gathered(page);

      await drop(page, { 'bad.gexf': BAD });
      const alert = page.getByRole('alert');
      await alert.waitFor(WAIT);
      await expect.poll(() => alert.textContent()).toContain('line 2');
      expect(await alert.textContent()).toContain('1 problem in the file; nothing was imported');

      await drop(page, { 'cities.graphml': GOOD });
      await page.getByText('2 nodes and 1 link').waitFor(WAIT);
      await page.getByRole('button', { name: 'Put on the canvas' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached', ...WAIT });
      await expect.poll(() => gathered(page), WAIT).not.toBe(before);
      const after = await gathered(page);

      // Known only here, and told from here.
      const heading = page.getByRole('heading', { name: 'Xanadu' });
      // The camera may still be on its way to what has come.
      await expect
        .poll(async () => {
          const at = await placeOf(page, 'x');
          await page.mouse.click(at.x, at.y);
          return heading.isVisible();
        }, WAIT)
        .toBe(true);
      await page.getByText('From a file, only on this canvas.').waitFor();
      await page.getByRole('button', { name: 'Trace from here' }).click();
      await page.getByText(/Paths are searched in the database/).waitFor();

      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => gathered(page), WAIT).toBe(before);
      await page.getByRole('button', { name: 'Redo' }).click();
      await expect.poll(() => gathered(page), WAIT).toBe(after);
      await close();
    },
    400_000,
  );

  it.skipIf(browser === undefined || process.platform !== 'linux')(
    'stops the work of the server when reading is cancelled, or the page is left',
    async () => {
      const { page, close } = await open();
      const slow = slowFile();
      for (const leave of ['cancel', 'close'] as const) {
        await drop(page, { 'slow.graphml.gz': slow });
        await page.getByText('Reading slow.graphml.gz').waitFor(WAIT);
        await until(() => readers().length === 1, 'no process reads the file', WAIT.timeout);
        const [reader = -1] = readers();
        if (leave === 'cancel') {
          await page.getByRole('button', { name: 'Cancel' }).click();
          await page.getByRole('button', { name: 'Choose a file' }).waitFor();
        } else await close();
        await until(() => !isRunning(reader), 'the file is still being read', WAIT.timeout);
      }
      await expect.poll(() => ends, WAIT).toEqual(['aborted', 'aborted']);
    },
    400_000,
  );

  it.skipIf(browser === undefined)(
    'puts a dropped zip of a text and its graph on the canvas',
    async () => {
      const { page, close } = await open();
      const before = await gathered(page);
      const files = { 'tea/graph.yaml': strToU8(TEA_GRAPH), 'tea/tea.md': strToU8(TEA_TEXT) };
      await drop(page, { 'tea.zip': zipSync(files) });
      await page.getByText('Texts with their graph').waitFor(WAIT);
      await page.getByText('3 nodes and 3 links').waitFor();
      await page.getByRole('button', { name: 'Put on the canvas' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached', ...WAIT });
      await expect.poll(() => gathered(page), WAIT).not.toBe(before);
      await close();
    },
    400_000,
  );

  it.skipIf(browser === undefined)(
    'lets the columns of tables be put right, and loads into the database with the token, by keyboard',
    async () => {
      const { page, errors, close } = await open({ width: 390, height: 844 });
      await drop(page, { 'ties.csv': 'who,whom,since\nAnna,Bo,1990\nBo,Cy,2001\n' });
      await page.getByText('3 nodes and 2 links').waitFor(WAIT);
      await page.getByRole('combobox', { name: 'Column since' }).selectOption({ label: 'type of link' });
      await page.getByText('3 nodes and 2 links').waitFor(WAIT);
      await page.getByRole('radio', { name: /Into the database/ }).focus();
      await page.keyboard.press('Space');
      await page.getByLabel('Name of the dataset').fill('friends');
      await page.getByLabel('Write token').fill(TOKEN);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached', ...WAIT });
      const rows = await engine.database.read(
        'MATCH (a:Entity {id: "Anna"})-[r]->(b) RETURN type(r) AS type, b.id AS to, r.dataset AS dataset',
      );
      expect(rows).toEqual([{ type: '1990', to: 'Bo', dataset: 'friends' }]);
      await expect.poll(() => gathered(page), WAIT).toContain('nodes');
      expect(errors).toEqual([]);
      await close();
    },
    400_000,
  );
});
