import { ApiProblem } from 'ui-common/api/api-problem';

const MOVED = 301;

/** The section or product of a page has another address since it was renamed. */
export class PageMoved extends Error {
  override readonly name = 'PageMoved';

  /** @param path current path of the page */
  constructor(readonly path: string) {
    super(`The page is at ${path}.`);
  }
}

/** Returns the current slug of a section or product that the API reports as moved. */
export function slugOfMoved(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem) || error.status !== MOVED) return undefined;
  return String(error.parameters['location']).split('/').at(-1);
}
