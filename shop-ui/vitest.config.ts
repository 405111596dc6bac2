import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import shop from './vite.config.ts';

export default defineConfig((environment) =>
  mergeConfig(shop(environment), {
    test: {
      environment: 'happy-dom',
      environmentOptions: { happyDOM: { url: 'http://localhost:3000/' } },
      include: ['src/**/*.spec.ts'],
      setupFiles: ['src/testing/browser.ts'],
      restoreMocks: true,
      // The first test of the server entry loads the whole shop.
      testTimeout: 30_000,
      unstubGlobals: true,
      // Vuetify components import style sheets, which Node cannot load.
      server: { deps: { inline: ['vuetify'] } },
    },
  }),
);
