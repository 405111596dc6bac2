/** What a hint can be about: something of it has changed. Who is interested looks into the database. */
export type Topic =
  | 'dashboard'
  | `order:${string}`
  | `export:${string}`
  | `import:${string}`
  /** Whether the user may still be here. */
  | `user:${string}`;
