import { defineConfig, mergeConfig } from 'vite';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { TOKENS } from './src/theme/tokens.ts';

export default defineConfig(
  mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media', '/queues']), {
    base: '/admin/',
    // The manifest lists the files of each page; the size check adds them up.
    build: {
      manifest: true,
      // One chunk holds everything that all pages need, as in the shop. VueUse compresses better in one piece.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'] },
              { name: 'vueuse', test: /node_modules\/@vueuse\// },
              // Icons of several pages, which would otherwise be a dozen tiny files.
              { name: 'icons', test: /virtual:icon\//, minShareCount: 3 },
            ],
          },
        },
      },
    },
  }),
);
