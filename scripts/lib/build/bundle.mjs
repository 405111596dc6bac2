import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from '../root.mjs';

/** Kilobytes of gzipped JavaScript that a front end's first page may need: 1000 bytes each. */
export const JS_BUDGETS = { 'shop-ui': 150, 'admin-ui': 250 };

/** What people come to first: of the shop these pages, of the back office any, each in its frame. */
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
 * What the heaviest of a front end's first pages makes a browser fetch and run.
 *
 * @param {keyof typeof JS_BUDGETS} workspace
 * @returns {{ page: string, kilobytes: number, files: { file: string, kilobytes: number }[] }} gzipped, the largest first
 */
export function heaviestFirstPage(workspace) {
  const { frame, isFirst } = FIRST_PAGES[workspace];
  const dist = inRoot(workspace, 'dist');
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
  const pages = Object.keys(manifest).filter(isFirst);
  if (pages.length === 0) throw new Error(`The build of ${workspace} has no first page.`);
  return pages
    .map((page) => ({ page, ...firstScriptOf(dist, manifest, [...frame, page]) }))
    .reduce((most, one) => (one.kilobytes > most.kilobytes ? one : most));
}

/** The script that a front end's document names and that of some modules, with all that they import before they run. */
function firstScriptOf(dist, manifest, modules) {
  const entries = [...Object.keys(manifest).filter((name) => manifest[name].isEntry), ...modules];
  const chunks = new Set(entries.flatMap((name) => [...withImports(manifest, name)]));
  const files = [...chunks]
    .map((name) => manifest[name].file)
    .map((file) => ({ file, kilobytes: gzipSync(readFileSync(`${dist}/${file}`)).length / 1000 }))
    .sort((one, other) => other.kilobytes - one.kilobytes);
  return { kilobytes: files.reduce((sum, { kilobytes }) => sum + kilobytes, 0), files };
}

function withImports(manifest, name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name].imports ?? []) withImports(manifest, imported, found);
  return found;
}
