import type { paths } from './schema';

/** The body that the API answers to a GET of a path with. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** Asks the API something that takes no parameters. */
export async function ask<Path extends keyof paths & string>(path: Path): Promise<Answer<Path>> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answered ${String(response.status)}`);
  return (await response.json()) as Answer<Path>;
}
