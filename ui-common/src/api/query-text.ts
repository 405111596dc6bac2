/** Serializes a query without undefined values and in alphabetical order, so that equal queries have equal URLs. */
export function queryText(query: Readonly<Record<string, unknown>>): string {
  const defined = Object.entries(query).filter(([, value]) => value !== undefined);
  const sorted = defined.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(sorted.map(([name, value]) => [name, String(value)])).toString();
}

/** Returns the URL of a request. @param path API path */
export function urlWith(path: string, query: Readonly<Record<string, unknown>> = {}): string {
  const text = queryText(query);
  return text === '' ? path : `${path}?${text}`;
}
