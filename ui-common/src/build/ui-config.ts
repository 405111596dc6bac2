import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import vueI18n from '@intlify/unplugin-vue-i18n/vite';
import vue from '@vitejs/plugin-vue';
import type { UserConfig } from 'vite';
import vuetify from 'vite-plugin-vuetify';
import type { Tokens } from '../theme/tokens.ts';
import { iconModules } from './icon-modules.ts';
import { preHydrationTheme } from './pre-hydration-theme.ts';
import { quietLoaders } from './quiet-loaders.ts';

/** Keeps the Host header of the browser: the server refuses to renew sessions for another origin. */
const PROXY_OPTIONS = { target: `http://127.0.0.1:${env['PORT'] ?? '3000'}`, changeOrigin: false };

/**
 * Returns the Vite configuration that both front ends share, for builds and for the dev server.
 *
 * @param config URL of the front end's own vite.config.ts
 * @param tokens design tokens of its theme
 * @param fromServer paths to proxy to the store
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
      iconModules(),
      quietLoaders(),
    ],
    // Unused features, which would add to the first script.
    define: { __VUE_OPTIONS_API__: 'false', __VUE_I18N_LEGACY_API__: 'false' },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
    server: { proxy: Object.fromEntries(fromServer.map((path) => [path, PROXY_OPTIONS])) },
  };
}
