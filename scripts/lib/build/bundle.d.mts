/** Budgets for the gzipped JavaScript of a front end's first page, in kilobytes of 1000 bytes. */
export const JS_BUDGETS: Readonly<Record<'shop-ui' | 'admin-ui', number>>;
