import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Takes a screenshot of every page of the shop and the back office, at phone and desktop widths, light and dark, into
 * screenshots/. Files of the back office begin with `office-`.
 *
 *   npm run screenshots [-- --only checkout]
 */

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
await installIfNeeded();
const { buildIfNeeded } = await import('./lib/build/build.mjs');
const { launchBrowser, newVisitor, settled } = await import('./lib/browser/browser.mjs');
const { startDemoStore, thingsToShow } = await import('./lib/browser/demo-store.mjs');
const { officeThings } = await import('./lib/browser/office-fixtures.mjs');
const { inRoot } = await import('./lib/root.mjs');
const { print } = await import('./lib/terminal.mjs');
const { PAGES } = await import('../test/browser/shop/pages.mjs');
const { OFFICE_PAGES } = await import('../test/browser/office/pages.mjs');

const WIDTHS = { 390: 844, 1440: 900 };
const SCHEMES = ['light', 'dark'];
const FOLDER = inRoot('screenshots');

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const isWanted = ({ name }) => name.includes(values.only);
const pages = PAGES.filter(isWanted);
const officePages = OFFICE_PAGES.filter(isWanted);

await buildIfNeeded();
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const store = await startDemoStore();
const browser = await launchBrowser();
try {
  const accounts = { guest: undefined, shopper: store.shopper, manager: store.manager, admin: store.admin };
  const shots = [
    ...withUrls(pages, await thingsToShow(store.url, store.shopper)),
    ...withUrls(officePages, await officeThings(store.url, store.admin)),
  ];
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const contextOptions = {
        viewport: { width: Number(width), height },
        colorScheme,
        reducedMotion: 'reduce',
      };
      await takeAll(shots, accounts, contextOptions, `${width}-${colorScheme}`);
    }
  }
} finally {
  await browser.close();
  await store.stop();
}

function withUrls(definitions, things) {
  return definitions.map(({ name, who, address }) => ({ name, who, address: address(things) }));
}

async function takeAll(shots, accounts, contextOptions, suffix) {
  for (const [who, account] of Object.entries(accounts)) {
    const visitor = await newVisitor(browser, store.url, account, contextOptions);
    const page = await visitor.newPage();
    for (const { name, address } of shots.filter((shot) => shot.who === who)) {
      await page.goto(address);
      await settled(page).catch(() => print(`${name}: the page did not load completely.`));
      await page.screenshot({ path: `${FOLDER}/${name}-${suffix}.png`, fullPage: true });
    }
    await visitor.close();
  }
  print(`screenshots/*-${suffix}.png`);
}
