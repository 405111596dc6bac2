import type { OfficeThings } from '../../../test/browser/office/pages.mjs';

/** What the pages of the back office are shown with: what the store does not have yet is made. */
export function officeThings(
  url: string,
  admin: { readonly username: string; readonly password: string },
): Promise<OfficeThings>;
