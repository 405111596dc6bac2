import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, newVisitor } from '../../../scripts/lib/browser/browser.mjs';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import type { TestUser } from '../../factories/users.js';
import { createStoreFixture, type StoreFixture } from '../../factories/store-fixture.js';
import { LONGEST_WAIT_S } from '../../support/servers/processes.js';
import { startServer, type Server } from '../../support/servers/server.js';
import { Guard } from '../support/guard.js';
import { Keys } from '../support/keys.js';

/** A phone viewport. */
export const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;

/** A desktop viewport. */
export const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;

/** Timeout for anything that a test waits for in a page. */
const WAIT_TIMEOUT_MS = LONGEST_WAIT_S * SECOND_MS;

/** A visitor with a browser profile of their own, whose first page is blank. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly guard: Guard;
  /** For tests without a mouse. */
  readonly keys: Keys;
}

declare global {
  /** True while a failed test is cleaned up. See `support/jest/worker-environment.mjs`. */
  var hasTestFailed: boolean | undefined;
}

/** Number of characters of a page that help to see why a test failed. */
const MAX_PRINTED_TEXT = 2000;

/** Prints what a visitor of a failed test sees. */
async function printPage(page: Page): Promise<void> {
  const text = await page
    .locator('body')
    .innerText({ timeout: SECOND_MS })
    .catch(() => 'no text');
  process.stderr.write(
    `\nThe page at ${page.url()} when the test failed:\n${text.slice(0, MAX_PRINTED_TEXT)}\n`,
  );
}

/** A store with its pages and a browser, for the tests of one file. All visitors are closed after each test. */
export class Shop<Fixture extends { readonly server: Server } = StoreFixture> {
  private browser!: Browser;
  private readonly visitors: Visitor[] = [];
  fixture!: Fixture;

  private constructor(private readonly defaultOptions: BrowserContextOptions) {}

  /** @param defaultOptions context options of visitors, unless the test overrides them */
  static forThisFile(defaultOptions: BrowserContextOptions = PHONE): Shop {
    return Shop.with(createStoreFixture, defaultOptions);
  }

  /** @param createFixture fills the new store */
  static with<Fixture extends { readonly server: Server }>(
    createFixture: (server: Server) => Promise<Fixture>,
    defaultOptions: BrowserContextOptions = PHONE,
  ): Shop<Fixture> {
    const shop = new Shop<Fixture>(defaultOptions);
    beforeAll(async () => {
      [shop.fixture, shop.browser] = await Promise.all([startServer().then(createFixture), launchBrowser()]);
    });
    afterEach(() => shop.closeVisitors());
    afterAll(() => shop.browser.close());
    return shop;
  }

  /** Opens a visitor: a guest, or a user who is signed in without the form. */
  async visitor(user?: TestUser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await newVisitor(this.browser, this.fixture.server.url, user, {
      ...this.defaultOptions,
      ...options,
    });
    context.setDefaultTimeout(WAIT_TIMEOUT_MS);
    const guard = new Guard();
    await guard.watch(context);
    const page = await context.newPage();
    const visitor = { context, page, guard, keys: new Keys(page) };
    this.visitors.push(visitor);
    return visitor;
  }

  private async closeVisitors(): Promise<void> {
    const closing = this.visitors.splice(0);
    if (hasTestFailed) await Promise.all(closing.map(({ page }) => printPage(page)));
    await Promise.all(closing.map(({ context }) => context.close()));
    for (const { guard } of closing) guard.check();
  }
}
