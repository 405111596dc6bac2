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

/** Fonts with the letters of every page and the currency sign. */
const FONTS = /\bfigtree-latin/;

/** Modules of the usual landing pages. */
export const PAGE_MODULES = {
  home: 'src/features/catalog/home/HomePage.vue',
  section: 'src/features/catalog/list/SectionPage.vue',
  search: 'src/features/catalog/list/SearchPage.vue',
  product: 'src/features/catalog/product/ProductPage.vue',
} as const;

/**
 * Makes a browser fetch the files of the shop and of a page in parallel. The modules are in the order in which they can run
 * one by one (shop-ui/src/client-boot.ts). The last one starts the shop.
 *
 * @param module name in the manifest; undefined for a page that is fetched when the shop runs
 * @returns link elements
 */
export function pageAssetLinks(manifest: Manifest, module: string | undefined): string[] {
  const htmlNames = withImports(manifest, HTML_ENTRY);
  const names = new Set(
    [...(module === undefined ? [] : [module]), SHOP_ENTRY].flatMap((name) => [
      ...withImports(manifest, name),
    ]),
  );
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
