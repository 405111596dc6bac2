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
const { launchBrowser, newVisitor, waitUntilSettled } = await import('./lib/browser/browser.mjs');
const { startDemoStore, createShopFixtures } = await import('./lib/browser/demo-store.mjs');
const { createOfficeFixtures } = await import('./lib/browser/office-fixtures.mjs');
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
    ...withUrls(pages, await createShopFixtures(store.url, store.shopper)),
    ...withUrls(officePages, await createOfficeFixtures(store.url, store.admin)),
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

function withUrls(definitions, fixtures) {
  return definitions.map(({ name, visitor, path }) => ({ name, visitor, path: path(fixtures) }));
}

async function takeAll(shots, accounts, contextOptions, suffix) {
  for (const [visitor, account] of Object.entries(accounts)) {
    const context = await newVisitor(browser, store.url, account, contextOptions);
    const page = await context.newPage();
    for (const { name, path } of shots.filter((shot) => shot.visitor === visitor)) {
      await page.goto(path);
      await waitUntilSettled(page).catch(() => print(`${name}: the page did not load completely.`));
      await page.screenshot({ path: `${FOLDER}/${name}-${suffix}.png`, fullPage: true });
    }
    await context.close();
  }
  print(`screenshots/*-${suffix}.png`);
}
