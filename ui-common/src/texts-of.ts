import type { LocaleMessageValue, VueMessageType } from 'vue-i18n';

export type Texts = LocaleMessageValue<VueMessageType>;

/** Combines text files under their file names: the texts of `./cart.json` become `cart.…`. */
export function textsOf(files: Readonly<Record<string, Texts>>): Record<string, Texts> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.slice('./'.length, -'.json'.length), texts]),
  );
}
