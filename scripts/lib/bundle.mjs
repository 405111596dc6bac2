import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inRoot } from './root.mjs';

/** Kilobytes of gzipped JavaScript that a shopper's first page may need: 1000 bytes each. */
export const JS_BUDGET = 150;

/** The pages of the shop that people come to first. */
const FIRST_PAGES = ['home/HomePage', 'list/SectionPage', 'list/SearchPage', 'product/ProductPage'];

/** What the heaviest of the shop's first pages makes a browser fetch and run. */
export function heaviestFirstPage() {
  const pages = FIRST_PAGES.map((page) => firstScriptOf('shop-ui', `src/features/catalogue/${page}.vue`));
  return pages.reduce((most, page) => (page.kilobytes > most.kilobytes ? page : most));
}

/**
 * The script that a front end's document names and that of a page, with all that they import before they run, by the manifest
 * of its build.
 *
 * @param {string} workspace
 * @param {string} page its module
 * @returns {{ kilobytes: number, files: { file: string, kilobytes: number }[] }} gzipped, the largest first
 */
function firstScriptOf(workspace, page) {
  const dist = inRoot(workspace, 'dist');
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, 'utf8'));
  if (manifest[page] === undefined) throw new Error(`The build of ${workspace} has no ${page}.`);
  const entries = [...Object.keys(manifest).filter((name) => manifest[name].isEntry), page];
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
