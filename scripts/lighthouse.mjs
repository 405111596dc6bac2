import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Measures home, a section and a product of the built shop as Lighthouse sees them on its phone, and three pages of the back
 * office on its desk, with the demo store: the median of some runs each. Ends with 1 where one is worse than what is promised.
 * It wants a machine that does nothing else: Lighthouse reckons with one of 1000 or more, by the last figure of each line.
 *
 *   npm run lighthouse [-- --runs 5]
 */

requireNode();
const { installIfNeeded } = await import('./lib/build/install.mjs');
await installIfNeeded();
const { buildIfNeeded } = await import('./lib/build/build.mjs');
const { startDemoStore, thingsToShow } = await import('./lib/browser/demo-store.mjs');
const { measurePage, openChrome, signInToOffice } = await import('./lib/browser/lighthouse.mjs');
const { print } = await import('./lib/terminal.mjs');

const atLeast = (name, category, least) => ({
  name,
  of: category,
  isKept: (figures) => figures[category] >= least,
});
const SHOP = [
  atLeast('Performance', 'performance', 95),
  atLeast('Accessibility', 'accessibility', 95),
  atLeast('Best practices', 'best-practices', 95),
  atLeast('SEO', 'seo', 95),
  { name: 'Largest contentful paint', isKept: ({ lcp }) => lcp <= 2000 },
  { name: 'Layout shift', isKept: ({ cls }) => cls <= 0.05 },
];
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
  const { section, product } = await thingsToShow(store.url, store.shopper);
  for (const path of ['/', `/sections/${section}`, `/products/${product}`]) await measure(path);
  await signInToOffice(chrome, store.url, store.admin);
  for (const path of ['/admin/', '/admin/products', '/admin/orders']) await look(path);
} finally {
  chrome.kill();
  await store.stop();
}

async function measure(path) {
  const figures = await measurePage(chrome, store.url + path, { runs, isOffice: false });
  tell(path, inWords(figures), figures, SHOP);
}

/** Once: what is wrong with it does not depend on time. */
async function look(path) {
  const figures = await measurePage(chrome, store.url + path, { runs: 1, isOffice: true });
  const scores = `accessibility, best practices ${figures.accessibility} ${figures['best-practices']}`;
  tell(path, scores, figures, OFFICE);
}

function tell(path, words, figures, promised) {
  print(`${path}\n  ${words}`);
  const broken = promised.filter(({ isKept }) => !isKept(figures));
  for (const { name } of broken) print(`  ✗ ${name} is not what is promised.`);
  for (const { title, category } of figures.faults) {
    if (promised.some(({ of }) => of === category)) print(`    ${category}: ${title}`);
  }
  if (broken.length > 0) process.exitCode = 1;
}

function inWords(figures) {
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map((name) => figures[name]);
  return [
    `performance, accessibility, best practices, SEO ${scores.join(' ')}`,
    `LCP ${(figures.lcp / 1000).toFixed(2)} s`,
    `CLS ${figures.cls.toFixed(3)}`,
    `TBT ${Math.round(figures.tbt)} ms`,
    `JS ${figures.script.toFixed(1)} kB`,
    `machine ${Math.round(figures.machine)}`,
  ].join(' · ');
}
