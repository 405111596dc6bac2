/**
 * Serializes a query without undefined values and in alphabetical order, so that equal queries have equal URLs. A parameter with
 * several values is repeated.
 */
export function queryText(query: Readonly<Record<string, unknown>>): string {
  const defined = Object.entries(query).filter(([, value]) => value !== undefined);
  const sorted = defined.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const pairs = sorted.flatMap(([name, value]) => [value].flat().map((item) => [name, String(item)]));
  return new URLSearchParams(pairs).toString();
}

/** Returns the URL of a request. @param path API path */
export function urlWith(path: string, query: Readonly<Record<string, unknown>> = {}): string {
  const text = queryText(query);
  return text === '' ? path : `${path}?${text}`;
}
