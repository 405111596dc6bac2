import { escapeHtml } from './escape-html.js';

/** Entry of a file in `.vite/manifest.json`. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  /** Files that its style sheets refer to. */
  readonly assets?: readonly string[];
  /** Chunks that it imports statically. */
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** Entry that the HTML page loads itself, and entry that every page needs besides. */
const HTML_ENTRY = 'index.html';
const SHOP_ENTRY = 'src/entry-client.ts';

/** Font with the letters of nearly every page. */
const FONTS = /\bfigtree-basic/;

/**
 * Makes a browser fetch the files of the shop and of a page in parallel. The modules are in the order in which they can run
 * one by one (shop-ui/src/client-boot.ts). The last one starts the shop.
 *
 * @param modules names in the manifest; none for a page that is fetched when the shop runs
 * @returns link elements
 */
export function pageAssetLinks(manifest: Manifest, modules: readonly string[]): string[] {
  const htmlNames = withImports(manifest, HTML_ENTRY);
  const names = new Set([...modules, SHOP_ENTRY].flatMap((name) => [...withImports(manifest, name)]));
  const chunks = [...names].filter((name) => !htmlNames.has(name)).flatMap((name) => manifest[name] ?? []);
  const fonts = chunks.flatMap(({ assets = [] }) => assets).filter((file) => FONTS.test(file));
  return [
    ...fonts.map(
      (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${assetUrl(file)}">`,
    ),
    ...chunks
      .flatMap(({ css = [] }) => css)
      .map((file) => `<link rel="stylesheet" href="${assetUrl(file)}">`),
    ...chunks.map(({ file }) => `<link rel="shop-module" href="${assetUrl(file)}">`),
  ];
}

/** Adds a chunk after all its imports. */
function withImports(
  manifest: Manifest,
  name: string,
  ordered = new Set<string>(),
  visited = new Set<string>(),
): Set<string> {
  if (visited.has(name)) return ordered;
  visited.add(name);
  for (const imported of manifest[name]?.imports ?? []) withImports(manifest, imported, ordered, visited);
  return ordered.add(name);
}

function assetUrl(file: string): string {
  return escapeHtml(`/${file}`);
}
