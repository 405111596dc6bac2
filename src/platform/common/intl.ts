/** Locales are people's own choice: what is remembered is forgotten again beyond this. */
const MAX_FORMATTERS = 500;

/*
 * The formats of Intl, each made once for a locale and its options: to make one takes a hundred times as long as to use it.
 * They throw a RangeError for what is no locale, as Intl does.
 */
export const numberFormat = remembered(
  (locale, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
export const dateTimeFormat = remembered(
  (locale, options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
export const pluralRules = remembered((locale) => new Intl.PluralRules(locale));

function remembered<Options, Format>(
  make: (locale: string, options?: Options) => Format,
): (locale: string, options?: Options) => Format {
  const made = new Map<string, Format>();
  return (locale, options) => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= MAX_FORMATTERS) made.clear();
    const format = make(locale, options);
    made.set(key, format);
    return format;
  };
}
