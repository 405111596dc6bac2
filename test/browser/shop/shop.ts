import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, newVisitor } from '../../../scripts/lib/browser/browser.mjs';
import type { TestUser } from '../../factories/users.js';
import { newWorld, type World } from '../../factories/world.js';
import { startServer } from '../../support/servers/server.js';
import { Guard } from '../support/guard.js';
import { Keys } from '../support/keys.js';

/** A phone in one hand. */
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const;

/** A screen on a desk. */
export const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;

/** Milliseconds for anything that is waited for in a page. */
const PATIENCE = 30_000;

/** Somebody with a browser profile of their own, whose first page is blank. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly guard: Guard;
  /** For whoever has no mouse. */
  readonly keys: Keys;
}

/** A store with its pages, and a browser to visit it, for the tests of one file. Whoever visits leaves after each test. */
export class Shop {
  private browser!: Browser;
  private readonly visitors: Visitor[] = [];
  world!: World;

  private constructor(private readonly look: BrowserContextOptions) {}

  /** @param look what visitors come with, where the test says nothing else */
  static forThisFile(look: BrowserContextOptions = PHONE): Shop {
    const shop = new Shop(look);
    beforeAll(async () => {
      [shop.world, shop.browser] = await Promise.all([startServer().then(newWorld), launchBrowser()]);
    });
    afterEach(() => shop.everybodyLeaves());
    afterAll(() => shop.browser.close());
    return shop;
  }

  /** A guest; or a user, who is signed in without the form. */
  async visitor(user?: TestUser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await newVisitor(this.browser, this.world.server.url, user, {
      ...this.look,
      ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    const guard = new Guard();
    await guard.watch(context);
    const page = await context.newPage();
    const visitor = { context, page, guard, keys: new Keys(page) };
    this.visitors.push(visitor);
    return visitor;
  }

  private async everybodyLeaves(): Promise<void> {
    const leaving = this.visitors.splice(0);
    await Promise.all(leaving.map(({ context }) => context.close()));
    for (const { guard } of leaving) guard.check();
  }
}
