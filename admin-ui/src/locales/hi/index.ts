import type { LocaleMessageValue, VueMessageType } from 'vue-i18n';

type Texts = LocaleMessageValue<VueMessageType>;

const files = import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' });

/** Texts of each file, keyed by the file's name. */
export default Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [path.slice('./'.length, -'.json'.length), texts]),
);
