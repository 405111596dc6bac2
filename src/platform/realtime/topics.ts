/** Subject of a change signal. A signal carries no data: subscribers re-read the database. */
export type Topic =
  | 'dashboard'
  /** An order was placed or has changed its status. */
  | 'orders'
  /** Lines of a pick list were ticked or unticked. */
  | 'pick-ticks'
  /** Products or their stock have changed. */
  | 'products'
  | `order:${string}`
  | `export:${string}`
  | `import:${string}`
  /** The user's session, status or role may have changed. */
  | `user:${string}`;
