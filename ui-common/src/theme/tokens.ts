type Values = Readonly<Record<string, string | number>>;

/** Colors, measures and shades of a front end's theme. */
export interface Tokens {
  /** By name, as `#rrggbb`. */
  readonly colors: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
  /** Values shared by the light and the dark theme. Each becomes a custom property `--v-<name>`. */
  readonly measures: Values;
  readonly shades: Readonly<Record<'light' | 'dark', Values>>;
}
