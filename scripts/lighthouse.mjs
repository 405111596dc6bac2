import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Measures pages of the built shop and back office on the demo store with Lighthouse. The home page, a section, a
 * product and a search use its phone profile, and three pages of the back office its desktop profile. Reports the median of some
 * runs, and exits with 1 if a threshold is missed. Run it on an idle machine: Lighthouse assumes a benchmark index of
 * 1000 or more, which is the last number of each line.
 *
 *   npm run lighthouse [-- --runs 5]
 */

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
await installIfNeeded();
await installIfNeeded('scripts/lib/lighthouse');
const { buildIfNeeded } = await import('./lib/build/build.mjs');
const { startDemoStore, createShopFixtures } = await import('./lib/browser/demo-store.mjs');
const { measurePage, openChrome, signInToOffice } = await import('./lib/lighthouse/measure-page.mjs');
const { print } = await import('./lib/terminal.mjs');

const atLeast = (name, category, minimum) => ({
  name,
  of: category,
  isMet: (metrics) => metrics[category] >= minimum,
});
const SHOP = [
  atLeast('Performance', 'performance', 98),
  atLeast('Accessibility', 'accessibility', 98),
  atLeast('Best practices', 'best-practices', 98),
  atLeast('SEO', 'seo', 98),
  { name: 'Largest contentful paint', isMet: ({ lcp }) => lcp <= 2000 },
  { name: 'Layout shift', isMet: ({ cls }) => cls <= 0.05 },
];
/** Search engines do not list searches. */
const SEARCH = SHOP.filter(({ of }) => of !== 'seo');
const OFFICE = [
  atLeast('Accessibility', 'accessibility', 100),
  atLeast('Best practices', 'best-practices', 100),
];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);

await buildIfNeeded();
const store = await startDemoStore();
const chrome = await openChrome();
try {
  const { section, product, words } = await createShopFixtures(store.url, store.shopper);
  // Chromium still starts its own pages beside the first one that it loads: not reported.
  await measurePage(chrome, store.url, { runs: 1, isOffice: false });
  for (const path of ['/', `/sections/${section}`, `/products/${product}`]) await measure(path, SHOP);
  await measure(`/search?q=${encodeURIComponent(words)}`, SEARCH);
  await signInToOffice(chrome, store.url, store.admin);
  for (const path of ['/admin/', '/admin/products', '/admin/orders']) await measureOffice(path);
} finally {
  chrome.kill();
  await store.stop();
}

async function measure(path, thresholds) {
  const metrics = await measurePage(chrome, store.url + path, { runs, isOffice: false });
  report(path, summarize(metrics), metrics, thresholds);
}

/** Measures a page once: its audits do not depend on timing. */
async function measureOffice(path) {
  const metrics = await measurePage(chrome, store.url + path, { runs: 1, isOffice: true });
  const scores = `accessibility, best practices ${metrics.accessibility} ${metrics['best-practices']}`;
  report(path, scores, metrics, OFFICE);
}

function report(path, summary, metrics, thresholds) {
  print(`${path}\n  ${summary}`);
  const missed = thresholds.filter(({ isMet }) => !isMet(metrics));
  for (const { name } of missed) print(`  ✗ ${name} misses its threshold.`);
  for (const { title, category } of metrics.failedAudits) {
    if (thresholds.some(({ of }) => of === category)) print(`    ${category}: ${title}`);
  }
  if (missed.length > 0) process.exitCode = 1;
}

function summarize(metrics) {
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((name) => metrics[name]);
  return [
    `performance, accessibility, best practices, SEO ${scores.join(' ')}`,
    `LCP ${(metrics.lcp / 1000).toFixed(2)} s`,
    `CLS ${metrics.cls.toFixed(3)}`,
    `TBT ${Math.round(metrics.tbt)} ms`,
    `JS ${metrics.script.toFixed(1)} kB`,
    `machine ${Math.round(metrics.machine)}`,
  ].join(' · ');
}
