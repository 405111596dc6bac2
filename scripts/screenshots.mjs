import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Takes every page of the shop and of the back office as a picture, on a phone and on a desk, light and dark, into
 * screenshots/. Those of the back office are called office-….
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
    ...withAddresses(pages, await thingsToShow(store.url, store.shopper)),
    ...withAddresses(officePages, await officeThings(store.url, store.admin)),
  ];
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      const look = { viewport: { width: Number(width), height }, colorScheme, reducedMotion: 'reduce' };
      await takeAll(shots, accounts, look, `${width}-${colorScheme}`);
    }
  }
} finally {
  await browser.close();
  await store.stop();
}

function withAddresses(those, things) {
  return those.map(({ name, who, address }) => ({ name, who, address: address(things) }));
}

async function takeAll(shots, accounts, look, suffix) {
  for (const [who, account] of Object.entries(accounts)) {
    const visitor = await newVisitor(browser, store.url, account, look);
    const page = await visitor.newPage();
    for (const { name, address } of shots.filter((one) => one.who === who)) {
      await page.goto(address);
      await settled(page).catch(() => print(`${name}: not all of it came.`));
      await page.screenshot({ path: `${FOLDER}/${name}-${suffix}.png`, fullPage: true });
    }
    await visitor.close();
  }
  print(`screenshots/*-${suffix}.png`);
}
