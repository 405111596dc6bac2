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
      unstubGlobals: true,
      // Its components import style sheets, which Node alone would not take.
      server: { deps: { inline: ['vuetify'] } },
    },
  }),
);
