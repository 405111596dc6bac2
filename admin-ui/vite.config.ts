import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import { earlyTheme } from '../ui-common/src/build/early-theme.ts';
import { defineConfig } from 'vite';
import vuetify from 'vite-plugin-vuetify';
import { TOKENS } from './src/theme/tokens.ts';

/** The server sees the address that the browser sees: it refuses to renew the session for another one. */
const SERVER = { target: `http://127.0.0.1:${env['PORT'] ?? '3000'}`, changeOrigin: false };

export default defineConfig({
  base: '/admin/',
  plugins: [
    vue(),
    vuetify({ autoImport: true }),
    vueI18n({
      include: fileURLToPath(new URL('src/locales/*/*.json', import.meta.url)),
      dropMessageCompiler: true,
      strictMessage: true,
    }),
    earlyTheme(TOKENS),
  ],
  build: { target: 'es2022', modulePreload: { polyfill: false } },
  server: {
    proxy: { '/api': SERVER, '/docs': SERVER, '/media': SERVER, '/queues': SERVER },
  },
});
