import type { Plugin } from 'vite';

/** What Vuetify writes around the spinner of a button and the bar of a field, by the end of the file's path. */
const LOADERS = [
  { file: '/vuetify/lib/components/VBtn/VBtn.js', text: '"class": "v-btn__loader"' },
  { file: '/vuetify/lib/composables/loader.js', text: '"class": _normalizeClass(`${props.name}__loader`)' },
] as const;

/**
 * Hides the spinners of Vuetify's buttons and fields from assistive technology. They are progress bars without a name, for which
 * Vuetify has no property; a button says itself that it is busy.
 */
export function quietLoaders(): Plugin {
  return {
    name: 'quiet-loaders',
    transform(code, id) {
      const loader = LOADERS.find(({ file }) => id.endsWith(file));
      if (loader === undefined) return undefined;
      if (!code.includes(loader.text)) throw new Error(`Vuetify has changed ${loader.file}.`);
      return { code: code.replace(loader.text, `${loader.text}, "aria-hidden": "true"`), map: null };
    },
  };
}
