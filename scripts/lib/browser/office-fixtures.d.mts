import type { OfficeFixtures } from '../../../test/browser/office/pages.mjs';

/** Returns the data for the back office's pages, and creates what the store lacks. */
export function createOfficeFixtures(
  url: string,
  admin: { readonly username: string; readonly password: string },
): Promise<OfficeFixtures>;
