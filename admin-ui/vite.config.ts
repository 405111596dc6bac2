import { defineConfig, mergeConfig } from 'vite';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { TOKENS } from './src/theme/tokens.ts';

export default defineConfig(
  mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media', '/queues']), {
    base: '/admin/',
    // What nothing here is written with: it would be part of the first script.
    define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
    // Names what each page needs: the check adds it up.
    build: {
      manifest: true,
      // What every page needs is one file, as in the shop.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    },
  }),
);
