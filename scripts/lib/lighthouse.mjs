import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { BROWSER_FLAGS } from './browser.mjs';
import { findChromium } from './engines.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Starts Chromium for Lighthouse: `port` is where it is driven, `kill` ends it. */
export async function openChrome() {
  const chromePath = findChromium();
  if (chromePath === undefined)
    throw new Error('Chromium not found. Install it, or set CHROMIUM to its path.');
  return launch({ chromePath, chromeFlags: ['--headless', ...BROWSER_FLAGS], logLevel: 'error' });
}

/**
 * Measures a page on Lighthouse's phone, over its slow network, each time with nothing kept from before.
 *
 * @param {{ port: number }} chrome
 * @param {string} url
 * @param {number} runs
 * @returns the median of each figure: scores of 100, `lcp` and `tbt` in milliseconds, `cls`, `script` in kilobytes as they
 *   came over the network, `machine` how fast this one is just now; and `faults`, what lost points but for speed
 */
export async function measurePage(chrome, url, runs) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(url, {
      port: chrome.port,
      logLevel: 'error',
      onlyCategories: CATEGORIES,
    });
    if (result.lhr.runtimeError !== undefined) throw new Error(result.lhr.runtimeError.message);
    results.push(result.lhr);
  }
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
    faults: faultsOf(results.at(-1)),
  };
}

function scriptOf({ audits }) {
  const requests = audits['network-requests'].details.items.filter((one) => one.resourceType === 'Script');
  return requests.reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000;
}

function faultsOf({ categories, audits }) {
  return CATEGORIES.filter((name) => name !== 'performance').flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => ({ category, title: audits[id].title })),
  );
}

function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
