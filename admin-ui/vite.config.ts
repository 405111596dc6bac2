import { defineConfig, mergeConfig } from 'vite';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { TOKENS } from './src/theme/tokens.ts';

export default defineConfig(
  mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media', '/queues']), {
    base: '/admin/',
    // Names what each page needs: the check adds it up.
    build: {
      manifest: true,
      // What every page needs is one file, as in the shop.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    },
  }),
);
