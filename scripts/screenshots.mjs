import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Takes every page of the shop as a picture, on a phone and on a desk, light and dark, into screenshots/.
 *
 *   npm run screenshots [-- --only checkout]
 */

requireNode();
const { installIfNeeded } = await import('./lib/install.mjs');
await installIfNeeded();
const { buildIfNeeded } = await import('./lib/build.mjs');
const { launchBrowser, newVisitor, settled } = await import('./lib/browser.mjs');
const { startDemoStore, thingsToShow } = await import('./lib/demo-store.mjs');
const { inRoot } = await import('./lib/root.mjs');
const { print } = await import('./lib/terminal.mjs');
const { PAGES } = await import('../test/browser/pages.mjs');

const WIDTHS = { 390: 844, 1440: 900 };
const SCHEMES = ['light', 'dark'];
const FOLDER = inRoot('screenshots');

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const pages = PAGES.filter(({ name }) => name.includes(values.only));

await buildIfNeeded();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const store = await startDemoStore();
const browser = await launchBrowser();
try {
  const things = await thingsToShow(store.url, store.shopper);
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const look = { viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce' };
      await takeAll(things, look, `${width}-${colorScheme}`);
    }
  }
} finally {
  await browser.close();
  await store.stop();
}

async function takeAll(things, look, suffix) {
  for (const who of ['guest', 'shopper']) {
    const account = who === 'shopper' ? store.shopper : undefined;
    const visitor = await newVisitor(browser, store.url, account, look);
    const page = await visitor.newPage();
    for (const { name, address } of pages.filter((one) => one.who === who)) {
      await page.goto(address(things));
      await settled(page).catch(() => print(`${name}: not all of it came.`));
      await page.screenshot({ path: `${FOLDER}/${name}-${suffix}.png`, fullPage: true });
    }
    await visitor.close();
  }
  print(`screenshots/*-${suffix}.png`);
}
