type Values = Readonly<Record<string, string | number>>;

/** A front end's colours, measures and shades, which its theme is made of. */
export interface Tokens {
  /** By name, as `#rrggbb`. */
  readonly colours: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
  /** What is the same by day and by night. Each becomes a custom property `--v-<name>`. */
  readonly measures: Values;
  readonly shades: Readonly<Record<'light' | 'dark', Values>>;
}
