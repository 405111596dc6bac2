import { pageAssetLinks, type Manifest } from './page-assets.js';

const MANIFEST: Manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_fetching.js'], css: ['assets/index-1.css'] },
  '_fetching.js': { file: 'assets/fetching-1.js' },
  '_vue.js': { file: 'assets/vue-2.js', assets: ['assets/figtree-basic-2.woff2', 'assets/noto-2.woff2'] },
  'src/entry-client.ts': {
    file: 'assets/main-2.js',
    imports: ['_fetching.js', '_vue.js'],
    css: ['assets/main-2.css'],
  },
  '_card.js': { file: 'assets/card-3.js', imports: ['_vue.js', '_lazy.js'], css: ['assets/card-3.css'] },
  '_lazy.js': { file: 'assets/lazy-3.js', imports: ['_card.js'] },
  'src/HomePage.vue': {
    file: 'assets/home-4.js',
    imports: ['_card.js', '_vue.js'],
    css: ['assets/home-4.css'],
  },
};

it('links the files of the shop and a page in import order, except those in the HTML page', () => {
  expect(pageAssetLinks(MANIFEST, ['src/HomePage.vue'])).toEqual([
    '<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/figtree-basic-2.woff2">',
    '<link rel="stylesheet" href="/assets/card-3.css">',
    '<link rel="stylesheet" href="/assets/home-4.css">',
    '<link rel="stylesheet" href="/assets/main-2.css">',
    '<link rel="shop-module" href="/assets/vue-2.js">',
    '<link rel="shop-module" href="/assets/lazy-3.js">',
    '<link rel="shop-module" href="/assets/card-3.js">',
    '<link rel="shop-module" href="/assets/home-4.js">',
    '<link rel="shop-module" href="/assets/main-2.js">',
  ]);
});

it('links only the files of every page without a page module', () => {
  expect(pageAssetLinks(MANIFEST, [])).toEqual([
    '<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/figtree-basic-2.woff2">',
    '<link rel="stylesheet" href="/assets/main-2.css">',
    '<link rel="shop-module" href="/assets/vue-2.js">',
    '<link rel="shop-module" href="/assets/main-2.js">',
  ]);
});
