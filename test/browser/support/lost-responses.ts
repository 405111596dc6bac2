import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newVisitor } from '../../../scripts/lib/browser/browser.mjs';
import { newShopper, type TestUser } from '../../factories/users.js';
import type { Server } from '../../support/servers/server.js';
import { sleep } from '../../support/servers/processes.js';
import { startSlowProxy } from '../../support/servers/slow-proxy.js';

/** Time by which the network delays each refresh of a session. */
const DELAY_MS = 700;

const REFRESH = 'POST /api/v1/auth/refresh';

/** A shopper whose network delays every response to a refresh, and loses some of them. */
export class ShopperOnBadNetwork {
  private refreshes = 0;

  private constructor(
    readonly user: TestUser,
    readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async open(server: Server, browser: Browser): Promise<ShopperOnBadNetwork> {
    const count = { refreshes: 0 };
    const proxy = await startSlowProxy(server.url, (request) => {
      if (request !== REFRESH) return undefined;
      count.refreshes += 1;
      return { delayMs: DELAY_MS, isCut: count.refreshes % 3 === 0 };
    });
    const user = await newShopper(server);
    const context = await newVisitor(browser, proxy.url, user);
    const page = await context.newPage();
    const shopper = new ShopperOnBadNetwork(user, context, page);
    Object.defineProperty(shopper, 'refreshes', { get: () => count.refreshes });
    return shopper;
  }

  /** Number of refreshes that have been sent to the store. */
  get sent(): number {
    return this.refreshes;
  }

  /** Opens the account page, and leaves it by a reload while its refresh is under way, `times` times. */
  async reloadWhileRefreshing(times: number): Promise<void> {
    await this.page.goto('/account', { waitUntil: 'commit' });
    for (let i = 0; i < times; i++) {
      await this.page.waitForRequest('**/api/v1/auth/refresh');
      await sleep(DELAY_MS / 2);
      await this.page.reload({ waitUntil: 'commit' });
    }
  }

  /** Waits until the account page shows the shopper's account. */
  async expectSignedIn(): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
    await this.page.getByLabel('Name', { exact: true }).waitFor();
  }
}
