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
    texts[name] = merged(texts[name], part);
  }
  return texts;
}

/** Returns texts with those of another file; both may have some of a group. */
function merged(texts: Texts | undefined, others: Texts): Texts {
  if (typeof texts !== 'object' || typeof others !== 'object') return others;
  const [first, second] = [texts, others] as Record<string, Texts>[];
  const names = Object.keys(second ?? {}).map((name) => [name, merged(first?.[name], second?.[name] ?? '')]);
  return { ...first, ...Object.fromEntries(names) } as Texts;
}
