/** Kilobytes of gzipped JavaScript that a shopper's first page may need: 1000 bytes each. */
export const JS_BUDGET: number;
