/** Returns the query of a view in the form in which the server stores it: sorted by parameter. */
export function queryOf(parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters);
  query.sort();
  return query.toString();
}

/** Returns the parameters of a view, for the URL of its page. */
export function parametersOf({ query }: { readonly query: string }): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}
