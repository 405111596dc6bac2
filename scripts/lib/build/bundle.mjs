import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../root.mjs';

/**
 * Budgets for the gzipped JavaScript of a front end's first page, in kilobytes of 1000 bytes. That of the back office includes
 * the English texts of all its pages.
 */
export const JS_BUDGETS = { 'shop-ui': 150, 'admin-ui': 250 };

/**
 * Pages on which visits start: these pages of the shop, and any page of the back office. Each loads with its frame.
 */
const FIRST_PAGES = {
  'shop-ui': {
    frame: [],
    isFirst: (page) =>
      /\/catalog\/(?:home\/Home|list\/Section|list\/Search|product\/Product)Page[.]vue$/.test(page),
  },
  'admin-ui': {
    frame: ['src/layout/OfficeFrame.vue'],
    isFirst: (page) => page.endsWith('Page.vue'),
  },
};

/**
 * Returns the first page of a front end that makes a browser fetch and run the most JavaScript.
 *
 * @param {keyof typeof JS_BUDGETS} workspace
 * @returns {{ page: string, kilobytes: number, files: { file: string, kilobytes: number }[] }} gzipped, largest first
 */
export function heaviestFirstPage(workspace) {
  const { frame, isFirst } = FIRST_PAGES[workspace];
  const dist = inRoot(workspace, 'dist');
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
  const pages = Object.keys(manifest).filter(isFirst);
  if (pages.length === 0) throw new Error(`No first page in the build of ${workspace}.`);
  return pages
    .map((page) => ({ page, ...firstScriptOf(dist, manifest, [...frame, page]) }))
    .reduce((heaviest, candidate) => (candidate.kilobytes > heaviest.kilobytes ? candidate : heaviest));
}

/**
 * Returns the entry script of a front end's HTML page and the scripts of some modules, with all that they import
 * statically.
 */
function firstScriptOf(dist, manifest, modules) {
  const entries = [...Object.keys(manifest).filter((name) => manifest[name].isEntry), ...modules];
  const chunks = new Set(entries.flatMap((name) => [...withImports(manifest, name)]));
  const files = [...chunks]
    .map((name) => manifest[name].file)
    .map((file) => ({ file, kilobytes: gzipSync(readFileSync(`${dist}/${file}`)).length / 1000 }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  return { kilobytes: files.reduce((sum, { kilobytes }) => sum + kilobytes, 0), files };
}

function withImports(manifest, name, visited = new Set()) {
  if (visited.has(name)) return visited;
  visited.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(manifest, imported, visited);
  return visited;
}
