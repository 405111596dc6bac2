import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type Rolldown, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { SERVICE_WORKER } from './src/offline/service-worker-options.ts';
import { TOKENS } from './src/theme/tokens.ts';

/** What is in none of the parts: what the document names itself, and what opens the shop once all of them have run. */
const BY_ITSELF = /index\.html|src\/(?:client-boot|entry-client)\.ts/;

/** A part of what every page needs. */
function part(name: string, modules: RegExp): Rolldown.CodeSplittingGroup {
  return { name, test: (id) => modules.test(id) && !BY_ITSELF.test(id), tags: ['$initial'] };
}

const FIRST_PARTS = [
  // Not with the others, for the very first script has it too.
  part('early', /preload-helper|common\/pause|browser\/pre-hydration-events/),
  part('vue', /node_modules\/(?:@vue|vue|vue-router|pinia|@pinia)\//),
  part('texts', /node_modules\/(?:vue-i18n|@intlify)\/|\/locales\//),
  part('vuetify', /node_modules\/vuetify\//),
  part('first', /./),
  { name: 'cards', test: /\/components\/(?:product\/|SnapRail|FailurePanel)/ },
];

/** What a browser gets. */
const FOR_BROWSERS: UserConfig = {
  plugins: [VitePWA(SERVICE_WORKER)],
  build: {
    manifest: true,
    rolldownOptions: {
      input: ['index.html', 'src/entry-client.ts'].map((path) =>
        fileURLToPath(new URL(path, import.meta.url)),
      ),
      // What every page needs is a few files, each run in a task of its own (src/client-boot.ts). Cut into pieces wherever a later page
      // shares a part, it would pack some kilobytes worse.
      output: { codeSplitting: { groups: FIRST_PARTS } },
    },
  },
};

/** What the server draws first pages with, of src/entry-server.ts: complete, for it has none of the packages. */
const FOR_SERVER: UserConfig = {
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist-server',
    copyPublicDir: false,
    // Fetched by browsers alone.
    rolldownOptions: { external: ['virtual:pwa-register'] },
  },
};

export default defineConfig(({ isSsrBuild }) =>
  mergeConfig(
    mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media']), { base: '/' }),
    isSsrBuild === true ? FOR_SERVER : FOR_BROWSERS,
  ),
);
