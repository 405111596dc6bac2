import { pageAssetLinks, type Manifest } from './page-assets.js';

const MANIFEST: Manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_vue.js'], css: ['assets/index-1.css'] },
  '_vue.js': { file: 'assets/vue-2.js' },
  '_card.js': { file: 'assets/card-3.js', imports: ['_vue.js', 'index.html'], css: ['assets/card-3.css'] },
  'src/HomePage.vue': {
    file: 'assets/home-4.js',
    imports: ['_card.js', '_vue.js'],
    css: ['assets/home-4.css'],
  },
};

it('links a page’s own files, and none that the shop has anyway', () => {
  expect(pageAssetLinks(MANIFEST, 'src/HomePage.vue')).toEqual([
    '<link rel="stylesheet" href="/assets/home-4.css">',
    '<link rel="stylesheet" href="/assets/card-3.css">',
    '<link rel="modulepreload" href="/assets/home-4.js">',
    '<link rel="modulepreload" href="/assets/card-3.js">',
  ]);
});

it('links nothing for a module that was not built', () => {
  expect(pageAssetLinks({}, 'src/HomePage.vue')).toEqual([]);
});
