import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Starts the installed Chromium with a temporary profile, and with command-line flags besides the usual ones. */
export function launchBrowser(flags?: readonly string[]): Promise<Browser>;

/** Waits until a page is complete: its heading, no loading placeholders, its fonts, and the images in view. */
export function waitUntilSettled(page: Page): Promise<void>;

/** Opens a browser context for one visitor of the shop, signed in if an account is given. */
export function newVisitor(
  browser: Browser,
  url: string,
  account?: { readonly username: string; readonly password: string },
  options?: BrowserContextOptions,
): Promise<BrowserContext>;
