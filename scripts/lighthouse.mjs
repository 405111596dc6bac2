import { parseArgs } from 'node:util';
import { requireNode } from './lib/node-version.mjs';

/*
 * Measures home, a section and a product of the built shop as Lighthouse sees them on its phone, with the demo store: the
 * median of some runs each. Ends with 1 where one is worse than what the shop promises. It wants a machine that does nothing
 * else: Lighthouse reckons with one of 1000 or more, by the last figure of each line.
 *
 *   npm run lighthouse [-- --runs 5]
 */

requireNode();
const { installIfNeeded } = await import('./lib/install.mjs');
await installIfNeeded();
const { buildIfNeeded } = await import('./lib/build.mjs');
const { startDemoStore, thingsToShow } = await import('./lib/demo-store.mjs');
const { measurePage, openChrome } = await import('./lib/lighthouse.mjs');
const { print } = await import('./lib/terminal.mjs');

const PROMISED = [
  { name: 'Performance', isKept: ({ performance }) => performance >= 95 },
  { name: 'Accessibility', isKept: ({ accessibility }) => accessibility >= 95 },
  { name: 'Best practices', isKept: (figures) => figures['best-practices'] >= 95 },
  { name: 'SEO', isKept: ({ seo }) => seo >= 95 },
  { name: 'Largest contentful paint', isKept: ({ lcp }) => lcp <= 2000 },
  { name: 'Layout shift', isKept: ({ cls }) => cls <= 0.05 },
];

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const runs = Number(values.runs);

await buildIfNeeded();
const store = await startDemoStore();
const chrome = await openChrome();
let broken = 0;
try {
  const { section, product } = await thingsToShow(store.url, store.shopper);
  for (const path of ['/', `/sections/${section}`, `/products/${product}`]) {
    const figures = await measurePage(chrome, store.url + path, runs);
    print(`${path}\n  ${inWords(figures)}`);
    for (const { name, isKept } of PROMISED) {
      if (isKept(figures)) continue;
      broken += 1;
      print(`  ✗ ${name} is not what the shop promises.`);
    }
    for (const { title, category } of figures.faults) print(`    ${category}: ${title}`);
  }
} finally {
  chrome.kill();
  await store.stop();
}
process.exitCode = broken > 0 ? 1 : 0;

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
