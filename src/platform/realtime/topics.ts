/** Subject of a change signal. A signal carries no data: subscribers re-read the database. */
export type Topic =
  | 'dashboard'
  | `order:${string}`
  | `export:${string}`
  | `import:${string}`
  /** The user's session, status or role may have changed. */
  | `user:${string}`;
