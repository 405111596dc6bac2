import { escapedText } from './escape-html.js';

/** What a build of Vite says of one of its files in `.vite/manifest.json`. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  /** What its style sheets name. */
  readonly assets?: readonly string[];
  /** The chunks that it cannot do without. */
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** What the shop's document asks for already, and what every page needs besides. */
const DOCUMENT = 'index.html';
const SHOP = 'src/entry-client.ts';

/** The fonts of the letters of every page, and of the currency's sign. */
const FONTS = /\bfigtree-latin/;

/** The modules of the pages that people come to first. */
export const PAGE_MODULES = {
  home: 'src/features/catalog/home/HomePage.vue',
  section: 'src/features/catalog/list/SectionPage.vue',
  search: 'src/features/catalog/list/SearchPage.vue',
  product: 'src/features/catalog/product/ProductPage.vue',
} as const;

/**
 * Has a browser fetch the files of the shop and of a page all at once, rather than each after what runs before it. The modules stand
 * in the order in which they can be run one by one (shop-ui/src/client-boot.ts), and last the one that opens the shop.
 *
 * @param module as the manifest names it; undefined for a page that is fetched when the shop runs
 * @returns link elements
 */
export function pageAssetLinks(manifest: Manifest, module: string | undefined): string[] {
  const inDocument = withImports(manifest, DOCUMENT);
  const names = new Set(
    [...(module === undefined ? [] : [module]), SHOP].flatMap((name) => [...withImports(manifest, name)]),
  );
  const chunks = [...names].filter((name) => !inDocument.has(name)).flatMap((name) => manifest[name] ?? []);
  const fonts = chunks.flatMap(({ assets = [] }) => assets).filter((file) => FONTS.test(file));
  return [
    ...fonts.map(
      (file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${address(file)}">`,
    ),
    ...chunks.flatMap(({ css = [] }) => css).map((file) => `<link rel="stylesheet" href="${address(file)}">`),
    ...chunks.map(({ file }) => `<link rel="shop-module" href="${address(file)}">`),
  ];
}

/** A chunk after all that it imports. */
function withImports(
  manifest: Manifest,
  name: string,
  found = new Set<string>(),
  open = new Set<string>(),
): Set<string> {
  if (open.has(name)) return found;
  open.add(name);
  for (const imported of manifest[name]?.imports ?? []) withImports(manifest, imported, found, open);
  return found.add(name);
}

function address(file: string): string {
  return escapedText(`/${file}`);
}
