import { defineConfig, mergeConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { SERVICE_WORKER } from './src/offline/service-worker-options.ts';
import { TOKENS } from './src/theme/tokens.ts';

export default defineConfig(
  mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media']), {
    base: '/',
    plugins: [VitePWA(SERVICE_WORKER)],
    // What nothing here is written with: it would be part of the first script.
    define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
    build: {
      manifest: true,
      // What every page needs is one file: cut into pieces wherever a later page shares a part, it packs some kilobytes worse.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
    },
  }),
);
