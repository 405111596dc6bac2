import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { uiConfig } from '../ui-common/src/build/ui-config.ts';
import { SERVICE_WORKER } from './src/offline/service-worker-options.ts';
import { TOKENS } from './src/theme/tokens.ts';

/** Files outside the chunk groups: entry points that the HTML page names, and the script that opens the shop. */
const ENTRY_FILES = /index\.html|src\/(?:client-boot|entry-client)\.ts/;

/** Returns a chunk group that every page needs. */
function initialChunk(name: string, modules: RegExp): Rolldown.CodeSplittingGroup {
  return { name, test: (id) => modules.test(id) && !ENTRY_FILES.test(id), tags: ['$initial'] };
}

const CHUNK_GROUPS = [
  // Separate, because the boot script also needs it.
  initialChunk(
    'early',
    /preload-helper|browser\/(?:yield-to-browser|pre-hydration-events|signed-in-mark|storage)|usual-mark|dates\/durations/,
  ),
  initialChunk('vue', /node_modules\/(?:@vue|vue|vue-router|pinia|@pinia)\//),
  initialChunk('texts', /node_modules\/(?:vue-i18n|@intlify)\/|\/locales\//),
  initialChunk('vuetify', /node_modules\/vuetify\//),
  initialChunk('first', /./),
  { name: 'cards', test: /\/components\/(?:product\/|SnapRail|FailurePanel)|\/head\// },
];

/** Lets the browser paint nothing before the boot script records input, so that no press on what is visible is lost. */
const PAINT_AFTER_BOOT: Plugin = {
  name: 'paint-after-boot',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** Client build. */
const CLIENT_BUILD: UserConfig = {
  plugins: [VitePWA(SERVICE_WORKER), PAINT_AFTER_BOOT],
  build: {
    manifest: true,
    rolldownOptions: {
      input: ['index.html', 'src/entry-client.ts'].map((path) =>
        fileURLToPath(new URL(path, import.meta.url)),
      ),
      // The initial code is a few files, each run in its own task (src/client-boot.ts). Automatic splitting at shared modules
      // would compress some kilobytes worse.
      output: { codeSplitting: { groups: CHUNK_GROUPS } },
    },
  },
};

/** SSR build of src/entry-server.ts. Bundles all packages, because the server has none of them installed. */
const SSR_BUILD: UserConfig = {
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist-server',
    copyPublicDir: false,
    // Only browsers load it.
    rolldownOptions: { external: ['virtual:pwa-register'] },
  },
};

export default defineConfig(({ isSsrBuild }) =>
  mergeConfig(
    mergeConfig(uiConfig(import.meta.url, TOKENS, ['/api', '/docs', '/media']), { base: '/' }),
    isSsrBuild === true ? SSR_BUILD : CLIENT_BUILD,
  ),
);
