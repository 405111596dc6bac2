import { launch } from 'chrome-launcher';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS } from '../browser/browser.mjs';
import { findChromium } from '../test/engines.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Lighthouse sometimes loses the trace of a page and asks to run again. */
const MAX_ATTEMPTS = 3;

/** Starts Chromium for Lighthouse: `port` is its debugging port, `kill` ends it. */
export async function openChrome() {
  const chromePath = findChromium();
  if (chromePath === undefined)
    throw new Error('Chromium not found. Install it, or set CHROMIUM to its path.');
  return launch({ chromePath, chromeFlags: ['--headless', ...BROWSER_FLAGS], logLevel: 'error' });
}

/**
 * Signs a user in to the back office through its form.
 *
 * @param {{ port: number }} chrome
 * @param {string} url of the store
 * @param {{ username: string, password: string }} account
 */
export async function signInToOffice(chrome, url, { username, password }) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${chrome.port}`);
  const page = await browser.contexts()[0].newPage();
  await page.goto(`${url}/admin/sign-in`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === '/admin/');
  await page.close();
  await browser.close(); // only disconnects
}

/**
 * Measures a page. The shop uses Lighthouse's phone profile with its slow network, with cleared storage in each run.
 * The back office uses the desktop profile and the present session.
 *
 * @param {{ port: number }} chrome
 * @param {string} url
 * @param {{ runs: number, isOffice: boolean }} options
 * @returns the median of each metric: scores of 100, `lcp` and `tbt` in milliseconds, `cls`, `script` in transferred
 * kilobytes, `machine` as the present speed of this machine; and `failedAudits`, the audits besides performance that lost
 * points
 */
export async function measurePage(chrome, url, { runs, isOffice }) {
  const results = [];
  for (let run = 0; run < runs; run += 1) results.push(await resultOf(chrome, url, isOffice));
  const medianOf = (read) => median(results.map(read));
  const audit = (name) => medianOf(({ audits }) => audits[name].numericValue);
  return {
    ...Object.fromEntries(
      CATEGORIES.map((name) => [
        name,
        medianOf(({ categories }) => Math.round(categories[name].score * 100)),
      ]),
    ),
    lcp: audit('largest-contentful-paint'),
    cls: audit('cumulative-layout-shift'),
    tbt: audit('total-blocking-time'),
    script: medianOf(scriptOf),
    machine: medianOf(({ environment }) => environment.benchmarkIndex),
    failedAudits: failedAuditsOf(results.at(-1)),
  };
}

async function resultOf({ port }, url, isOffice) {
  const flags = { port, logLevel: 'error', onlyCategories: CATEGORIES };
  for (let attempt = 1; ; attempt += 1) {
    const { lhr } = isOffice
      ? await lighthouse(url, { ...flags, disableStorageReset: true }, desktopConfig)
      : await lighthouse(url, flags);
    if (lhr.runtimeError === undefined) return lhr;
    if (attempt === MAX_ATTEMPTS) throw new Error(lhr.runtimeError.message);
  }
}

function scriptOf({ audits }) {
  const requests = audits['network-requests'].details.items.filter(
    (request) => request.resourceType === 'Script',
  );
  return requests.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
}

function failedAuditsOf({ categories, audits }) {
  return CATEGORIES.filter((name) => name !== 'performance').flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => ({ category, title: audits[id].title })),
  );
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
