import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import type { UserConfig } from 'vite';
import vuetify from 'vite-plugin-vuetify';
import type { Tokens } from '../theme/tokens.ts';
import { preHydrationTheme } from './pre-hydration-theme.ts';

/** The server sees the address that the browser sees: it refuses to renew the session for another one. */
const SERVER = { target: `http://127.0.0.1:${env['PORT'] ?? '3000'}`, changeOrigin: false };

/**
 * How both front ends are built, and served while they are written.
 *
 * @param config the address of the front end's own vite.config.ts
 * @param tokens what its theme is made of
 * @param fromServer the paths that the store answers
 */
export function uiConfig(config: string, tokens: Tokens, fromServer: readonly string[]): UserConfig {
  return {
    plugins: [
      vue(),
      vuetify({ autoImport: true }),
      vueI18n({
        include: fileURLToPath(new URL('src/locales/*/*.json', config)),
        dropMessageCompiler: true,
        strictMessage: true,
      }),
      preHydrationTheme(tokens),
    ],
    // What nothing here is written with: it would be part of the first script.
    define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
    server: { proxy: Object.fromEntries(fromServer.map((path) => [path, SERVER])) },
  };
}
