import type { OfficeThings } from '../../../test/browser/office/pages.mjs';

/** Returns the data for the back office's pages, and creates what the store lacks. */
export function officeThings(
  url: string,
  admin: { readonly username: string; readonly password: string },
): Promise<OfficeThings>;
