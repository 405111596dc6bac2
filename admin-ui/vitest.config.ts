import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import office from './vite.config.ts';

export default mergeConfig(
  office,
  defineConfig({
    test: {
      environment: 'happy-dom',
      environmentOptions: { happyDOM: { url: 'http://localhost:3000/' } },
      include: ['src/**/*.spec.ts'],
      restoreMocks: true,
      unstubGlobals: true,
      // Vuetify's components import style sheets, which Node cannot load.
      server: { deps: { inline: ['vuetify'] } },
    },
  }),
);
