import type { LocaleMessageValue, VueMessageType } from 'vue-i18n';

export type Texts = LocaleMessageValue<VueMessageType>;

/**
 * Combines text files under their file names: the texts of `./cart.json` become `cart.…`. So do those of `./cart.later.json`: a
 * second file has those of its texts that load later.
 */
export function textsOf(files: Readonly<Record<string, Texts>>): Record<string, Texts> {
  const texts: Record<string, Texts> = {};
  for (const [path, part] of Object.entries(files)) {
    const [name = ''] = path.slice('./'.length).split('.');
    texts[name] = { ...(texts[name] as object | undefined), ...(part as object) } as Texts;
  }
  return texts;
}
