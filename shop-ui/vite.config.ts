import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import { earlyTheme } from '../ui-common/src/build/early-theme.ts';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import vuetify from 'vite-plugin-vuetify';
import { SERVICE_WORKER } from './src/offline/service-worker-options.ts';
import { TOKENS } from './src/theme/tokens.ts';

// The store looks at where a request was sent to: it is told the address that the browser knows.
const SERVER = { target: `http://127.0.0.1:${env['PORT'] ?? '3000'}`, changeOrigin: false };

export default defineConfig({
  base: '/',
  plugins: [
    vue(),
    vuetify({ autoImport: true }),
    vueI18n({
      include: fileURLToPath(new URL('src/locales/*/*.json', import.meta.url)),
      dropMessageCompiler: true,
      strictMessage: true,
    }),
    earlyTheme(TOKENS),
    VitePWA(SERVICE_WORKER),
  ],
  // What nothing here is written with: it would be part of the first script.
  define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    manifest: true,
    // What every page needs is one file: cut into pieces wherever a later page shares a part, it packs some kilobytes worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: {
    proxy: { '/api': SERVER, '/docs': SERVER, '/media': SERVER },
  },
});
