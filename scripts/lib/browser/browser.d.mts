import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Starts the Chromium that is installed, with a profile of its own that is gone afterwards. */
export function launchBrowser(): Promise<Browser>;

/** Waits until a page shows what it is to show: its heading, nothing that stands for what is on its way, fonts and pictures. */
export function settled(page: Page): Promise<void>;

/** A visitor of the shop with a browser profile of their own; signed in where there is an account. */
export function newVisitor(
  browser: Browser,
  url: string,
  account?: { readonly username: string; readonly password: string },
  options?: BrowserContextOptions,
): Promise<BrowserContext>;
