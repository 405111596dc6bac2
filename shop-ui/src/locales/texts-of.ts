import type { LocaleMessageValue, VueMessageType } from 'vue-i18n';

export type Texts = LocaleMessageValue<VueMessageType>;

/** The texts of some files, each under the name of its file: those of `./cart.json` are `cart.…`. */
export function textsOf(files: Readonly<Record<string, Texts>>): Record<string, Texts> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.slice('./'.length, -'.json'.length), texts]),
  );
}
