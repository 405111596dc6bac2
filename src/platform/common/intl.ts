import { LRUCache } from 'lru-cache';

/** Users choose their locale freely: this limits the memory of each cache. */
const MAX_FORMATTERS = 500;

/*
 * Formatters of Intl, created once per locale and options: creating one takes a hundred times as long as using it.
 * They throw a RangeError for an invalid locale, as Intl does.
 */
export const numberFormat = memoized(
  (locale, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
export const dateTimeFormat = memoized(
  (locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
export const pluralRules = memoized((locale) => new Intl.PluralRules(locale));

function memoized<Options, Format extends object>(
  create: (locale: string, options?: Options) => Format,
): (locale: string, options?: Options) => Format {
  const formatters = new LRUCache<string, Format>({ max: MAX_FORMATTERS });
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const cached = formatters.get(key);
    if (cached !== undefined) return cached;
    const format = create(locale, options);
    formatters.set(key, format);
    return format;
  };
}
