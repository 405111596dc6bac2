/** Kilobytes of gzipped JavaScript that a front end's first page may need: 1000 bytes each. */
export const JS_BUDGETS: Readonly<Record<'shop-ui' | 'admin-ui', number>>;
