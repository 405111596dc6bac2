import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SECOND_MS } from '../../../src/platform/common/durations.js';
import { newProduct, newSection } from '../../factories/catalog.js';
import { placeOrder, type TestOrder } from '../../factories/orders.js';
import { newShoppers, signInAdmin, type TestUser } from '../../factories/users.js';
import { expectBalancedBooks, findFailedEvents } from '../assertions/books.js';
import { Mailbox } from '../clients/mailbox.js';
import { createStoreLocation } from '../stores/engine.js';
import { TestPostgres } from './postgres.js';
import { sleep, waitUntil } from './processes.js';
import { serverAt, type ServerProcess } from './server.js';
import { TestWorker } from './worker.js';

const SHOPPERS = 30;
/** For the mails of all orders, after the last outage. */
const MAX_BACKLOG_S = 300;
/** A shopper repeats an order without a good answer after this long, with the same key. */
const REPEAT_AFTER_MS = 300;

/** A store of three servers and a worker on a PostgreSQL that a test restarts and freezes, with shoppers who order all the time. */
export class OutageStore {
  /** Number of responses by status. */
  readonly statuses = new Map<number, number>();
  readonly acknowledged = new Set<string>();
  /** Codes of the problems that were answered. */
  readonly codes = new Set<string>();
  /** 503 responses that did not say when to try again. */
  hasteful = 0;
  longestMs = 0;
  private shopping: Promise<unknown> = Promise.resolve();
  private isOpen = false;

  private constructor(
    readonly postgres: TestPostgres,
    readonly servers: readonly ServerProcess[],
    private readonly worker: TestWorker,
    private readonly mailbox: Mailbox,
    private readonly people: { readonly admin: TestUser; readonly shoppers: readonly TestUser[] },
    private readonly productIds: readonly string[],
  ) {}

  /** @param env limits of the database */
  static async open(env: Readonly<Record<string, string>>): Promise<OutageStore> {
    const postgres = await TestPostgres.start();
    const mailbox = await Mailbox.open();
    const { dataDir: folder, redis } = await createStoreLocation();
    const servers: ServerProcess[] = [];
    for (const name of ['api-1', 'api-2', 'api-3']) {
      const dataDir = join(folder, name);
      await mkdir(dataDir);
      const location = { dataDir, databaseUrl: postgres.url, redis };
      const server = serverAt(location, { ROLE: 'api', SMTP_URL: mailbox.url, LOG_LEVEL: 'warn', ...env });
      await server.start();
      servers.push(server);
    }
    const [first] = servers as [ServerProcess];
    const worker = await TestWorker.start(first);
    const admin = await signInAdmin(first);
    const { id: sectionId } = await newSection(first, admin);
    const productIds: string[] = [];
    for (let i = 0; i < 6; i++) {
      productIds.push((await newProduct(first, admin, { sectionId, quantityAvailable: 50_000 })).id);
    }
    const shoppers = await newShoppers(first, SHOPPERS);
    return new OutageStore(postgres, servers, worker, mailbox, { admin, shoppers }, productIds);
  }

  /** Lets every shopper order about once a second, until {@link closeShop}. */
  openShop(): void {
    this.isOpen = true;
    this.shopping = Promise.all(this.people.shoppers.map((shopper, i) => this.shop(shopper, i)));
  }

  /** Waits until each shopper has got an answer to the last order. */
  async closeShop(): Promise<void> {
    this.isOpen = false;
    await this.shopping;
  }

  /** Waits until some more orders have been acknowledged. */
  async untilOrdered(count: number): Promise<void> {
    const target = this.acknowledged.size + count;
    await waitUntil(() => this.acknowledged.size >= target || !this.areAllRunning);
  }

  get areAllRunning(): boolean {
    return this.worker.isRunning && this.servers.every(({ isRunning }) => isRunning);
  }

  async end(): Promise<void> {
    await this.closeShop();
    await Promise.all(this.servers.map((server) => server.stop()));
  }

  /** Expects that no process has ended, and that outages were answered with 503 and soon. */
  async expectOutagesAnswered(longestMs: number): Promise<void> {
    expect(this.areAllRunning).toBe(true);
    expect([...this.statuses.keys()].sort()).toEqual([200, 201, 503]);
    expect(this.hasteful).toBe(0);
    const codes = ['database.outcome-unknown', 'database.unavailable'];
    expect([...this.codes].filter((code) => !codes.includes(code))).toEqual([]);
    expect(this.longestMs).toBeLessThan(longestMs);
    for (const server of this.servers) expect((await server.client.get('//health/ready')).status).toBe(200);
  }

  /** Expects that no order was lost or doubled, each was mailed once, and the books balance. */
  async expectNothingLost(): Promise<void> {
    const [server] = this.servers as [ServerProcess];
    const stored = await server.rows<{ number: string }>('SELECT number FROM orders');
    expect(stored.map(({ number }) => number).sort()).toEqual([...this.acknowledged].sort());
    await waitUntil(async () => {
      const [row] = await server.rows<{ open: number }>(
        'SELECT count(*) AS open FROM outbox_events WHERE completed_at IS NULL AND failed_at IS NULL',
      );
      return Number(row?.open) === 0;
    }, MAX_BACKLOG_S);
    expect(await findFailedEvents(server)).toEqual([]);
    const ids = this.messageIds();
    expect([...ids.keys()].sort()).toEqual([...this.acknowledged].sort());
    expect([...ids.values()].filter((all) => all.size > 1)).toEqual([]);
    await expectBalancedBooks(server, this.people.admin);
  }

  /** Returns the Message-IDs of the confirmations by order number. */
  private messageIds(): Map<string, Set<string>> {
    const ids = new Map<string, Set<string>>();
    for (const { parsed } of this.mailbox.mails) {
      const number = [...this.acknowledged].find((candidate) => parsed.subject?.includes(candidate));
      if (number === undefined) continue;
      ids.set(number, (ids.get(number) ?? new Set()).add(parsed.messageId ?? ''));
    }
    return ids;
  }

  private async shop(shopper: TestUser, i: number): Promise<void> {
    for (let round = i; this.isOpen; round++) {
      const startedAt = performance.now();
      const productId = this.productIds[round % this.productIds.length] ?? '';
      await this.untilDone(round, (server) =>
        server.client.as(shopper).put(`/cart/items/${productId}`, { quantity: 1 }),
      );
      const key = randomUUID();
      const { number } = await this.untilDone<TestOrder>(round, (server) => placeOrder(server, shopper, key));
      this.acknowledged.add(number);
      await sleep(Math.max(0, SECOND_MS - (performance.now() - startedAt)));
    }
  }

  /** Repeats a request, at one server after the other, until it succeeds. */
  private async untilDone<Body>(
    round: number,
    request: (server: ServerProcess) => Promise<{ status: number; body: unknown; headers: Headers }>,
  ): Promise<Body> {
    for (let attempt = round; ; attempt++) {
      const startedAt = performance.now();
      const server = this.servers[attempt % this.servers.length] as ServerProcess;
      const { status, body, headers } = await request(server);
      this.longestMs = Math.max(this.longestMs, performance.now() - startedAt);
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status < 400) return body as Body;
      const { code } = body as { code: string };
      // The database works on an attempt whose connection was lost until it notices that.
      if (code.endsWith('.still-under-way')) this.statuses.delete(409);
      else this.codes.add(code);
      if (status === 503 && headers.get('retry-after') === null) this.hasteful += 1;
      // Anything but an outage ends the test: the shoppers do nothing wrong.
      if (this.codes.has(code) && status !== 503)
        throw new Error(`Answered with ${status}: ${JSON.stringify(body)}`);
      await sleep(REPEAT_AFTER_MS);
    }
  }
}

/** Freezes PostgreSQL for some time, in which the store says that it lives and is not ready. */
export async function freezeDatabase(store: OutageStore, milliseconds: number): Promise<void> {
  const statusOf = async (path: string): Promise<number | undefined> =>
    (await store.servers[0]?.client.get(`//health/${path}`))?.status;
  store.postgres.freeze();
  try {
    await waitUntil(async () => (await statusOf('ready')) === 503);
    expect(await statusOf('live')).toBe(200);
    await sleep(milliseconds);
  } finally {
    store.postgres.thaw();
  }
  await waitUntil(async () => (await statusOf('ready')) === 200);
}
