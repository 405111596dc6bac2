import { escapedText } from './escaped.js';

/** What a build of Vite says of one of its files in `.vite/manifest.json`. */
interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  /** The chunks that it cannot do without. */
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** The module of the whole shop, whose files its document asks for already. */
const SHOP = 'index.html';

/** The modules of the pages that people come to first. */
export const PAGE_MODULES = {
  home: 'src/features/catalogue/home/HomePage.vue',
  section: 'src/features/catalogue/list/SectionPage.vue',
  search: 'src/features/catalogue/list/SearchPage.vue',
  product: 'src/features/catalogue/product/ProductPage.vue',
} as const;

/**
 * Has a browser fetch a page's own files together with those of the shop, rather than after these have run and told it of them.
 *
 * @param module as the manifest names it
 * @returns link elements; none where the build has no such module
 */
export function pageAssetLinks(manifest: Manifest, module: string): string[] {
  const common = chunksOf(manifest, SHOP);
  const own = [...chunksOf(manifest, module)].filter((name) => !common.has(name));
  const chunks = own.flatMap((name) => manifest[name] ?? []);
  return [
    ...chunks.flatMap(({ css = [] }) => css).map((file) => `<link rel="stylesheet" href="${address(file)}">`),
    ...chunks.map(({ file }) => `<link rel="modulepreload" href="${address(file)}">`),
  ];
}

/** A chunk and all that it imports. */
function chunksOf(manifest: Manifest, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of manifest[name]?.imports ?? []) chunksOf(manifest, imported, found);
  return found;
}

function address(file: string): string {
  return escapedText(`/${file}`);
}
