import { randomUUID } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection } from '../factories/catalog.js';
import { fillCart, placeOrder, type TestOrder } from '../factories/orders.js';
import { newShoppers, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import { bodyOf } from '../support/clients/client.js';
import { Mailbox } from '../support/clients/mailbox.js';
import { inScope } from '../support/scope.js';
import { LONGEST_WAIT_S, sleep } from '../support/servers/processes.js';
import {
  HAS_WORKERS,
  NO_BACKGROUND_JOBS,
  startServer,
  type ServerProcess,
} from '../support/servers/server.js';
import { TestWorker } from '../support/servers/worker.js';
import { describeIf, createStoreLocation } from '../support/stores/engine.js';

const KILL_COUNT = inScope({ essential: 3, all: 10 });
const OUTAGE_ORDERS = inScope({ essential: 12, all: 50 });
const REDELIVERY_COUNT = inScope({ essential: 3, all: 10 });

interface Store {
  readonly server: ServerProcess;
  readonly mailbox: Mailbox;
  readonly admin: TestUser;
  readonly productId: string;
  readonly shoppers: readonly TestUser[];
}

/** Starts a store with a real mail server and with shoppers. */
async function newStore(shoppers: number): Promise<Store> {
  const mailbox = await Mailbox.open();
  const env = { SMTP_URL: mailbox.url, ...NO_BACKGROUND_JOBS };
  const server = await startServer({ location: await createStoreLocation(), env });
  const admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  const { id: productId } = await newProduct(server, admin, { sectionId, quantityAvailable: 100_000 });
  return { server, mailbox, admin, productId, shoppers: await newShoppers(server, shoppers) };
}

async function order({ server, productId }: Store, shopper: TestUser): Promise<TestOrder> {
  await fillCart(server, shopper, { [productId]: 1 });
  return bodyOf(await placeOrder(server, shopper, randomUUID()), 201);
}

/** Counts the confirmation mails by order number. */
function confirmations({ mailbox }: Store): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { parsed } of mailbox.mails) {
    const [number] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}/.exec(parsed.subject ?? '') ?? [];
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

/** Waits until the first of these orders is confirmed, so that the others are still being processed. */
async function untilSomeIsConfirmed(store: Store, orders: readonly TestOrder[]): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_S * SECOND_MS;
  while (!orders.some(({ number }) => confirmations(store).has(number))) {
    if (Date.now() > deadline) throw new Error(`No order is confirmed: ${store.server.logs()}`);
    await sleep(5);
  }
}

async function untilConfirmed(store: Store, orders: readonly TestOrder[]): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_S * SECOND_MS;
  for (;;) {
    const come = confirmations(store);
    const missing = orders.filter(({ number }) => !come.has(number));
    if (missing.length === 0) return;
    if (Date.now() > deadline) {
      const open = await store.server.rows(
        'SELECT type, dispatched_at, attempts, failure FROM outbox_events WHERE completed_at IS NULL',
      );
      throw new Error(
        `${missing.length} orders are not confirmed: ${JSON.stringify(open)} ${store.server.logs()}`,
      );
    }
    await sleep(50);
  }
}

/** Expects the results of each order exactly once in the database, and no pending event. */
async function expectDoneOnce({ server, admin }: Store, orders: readonly TestOrder[]): Promise<void> {
  const deadline = Date.now() + MINUTE_MS;
  const open = async (): Promise<number> =>
    (
      await server.rows<{ open: number }>(
        `SELECT count(*) AS open FROM outbox_events WHERE completed_at IS NULL AND type = 'orders.placed'`,
      )
    )[0]?.open ?? -1;
  while ((await open()) !== 0 && Date.now() < deadline) await sleep(50);
  expect(await open()).toBe(0);
  const invoices = await server.rows<{ order_id: string }>('SELECT order_id FROM invoices');
  const ids = orders.map(({ id }) => id).sort();
  expect(invoices.map((row) => row.order_id).sort()).toEqual(ids);
  const mails = await server.rows<{ key: string; sent_at: number | null }>(
    `SELECT key, sent_at FROM mails WHERE kind = 'order-confirmation'`,
  );
  expect(mails).toHaveLength(orders.length);
  expect(mails.filter(({ sent_at }) => sent_at === null)).toEqual([]);
  await expectBalancedBooks(server, admin);
}

it('confirms an order by one mail with its invoice, however often its event is delivered', async () => {
  const store = await newStore(1);
  if (HAS_WORKERS) await TestWorker.start(store.server);
  const placed = await order(store, store.shoppers[0]!);
  await untilConfirmed(store, [placed]);
  const [mail] = store.mailbox.mails;
  expect(mail?.parsed.attachments.map(({ contentType }) => contentType)).toEqual(['application/pdf']);
  expect(mail?.parsed.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');

  for (let again = 0; again < REDELIVERY_COUNT; again++) {
    await store.server.rows(
      `UPDATE outbox_events SET completed_at = NULL, dispatched_at = NULL WHERE type = 'orders.placed'`,
    );
    await sleep(300);
  }
  await expectDoneOnce(store, [placed]);
  expect(confirmations(store)).toEqual(new Map([[placed.number, 1]]));
});

it(`confirms each order and does its work once, though its process is killed ${KILL_COUNT} times`, async () => {
  const store = await newStore(8);
  const random = seededRandom(20_260_601);
  const worker = HAS_WORKERS ? await TestWorker.start(store.server) : undefined;
  const placed: TestOrder[] = [];
  for (let kill = 0; kill < KILL_COUNT; kill++) {
    for (const shopper of store.shoppers.slice(0, 4)) placed.push(await order(store, shopper));
    await untilSomeIsConfirmed(store, placed.slice(-4));
    await sleep(random() * 50);
    await (worker ?? store.server).kill();
    await (worker ?? store.server).start();
  }
  await untilConfirmed(store, placed);
  await expectDoneOnce(store, placed);
});

const withRedis = describeIf(HAS_WORKERS);

withRedis('without Redis', () => {
  it(`accepts ${OUTAGE_ORDERS} checkouts and confirms them after its return`, async () => {
    const store = await newStore(OUTAGE_ORDERS);
    await TestWorker.start(store.server);
    await store.server.redis?.stop();
    const placed = await Promise.all(store.shoppers.map((shopper) => order(store, shopper)));
    expect(placed).toHaveLength(OUTAGE_ORDERS);
    await sleep(3 * SECOND_MS);
    expect(store.mailbox.mails).toHaveLength(0);
    await store.server.redis?.start();
    await untilConfirmed(store, placed);
    await expectDoneOnce(store, placed);
  });

  it('confirms all orders when Redis is wiped while they are processed', async () => {
    const store = await newStore(OUTAGE_ORDERS);
    await TestWorker.start(store.server);
    const placed: TestOrder[] = [];
    for (const [i, shopper] of store.shoppers.entries()) {
      placed.push(await order(store, shopper));
      if (i % 10 === 5) await store.server.redis?.wipe();
    }
    await store.server.redis?.wipe();
    await untilConfirmed(store, placed);
    await expectDoneOnce(store, placed);
  });
});
