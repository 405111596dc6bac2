import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { fillCart, placeOrder, type TestCart, type TestOrder } from '../factories/orders.js';
import { newShoppers, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks, findBookDiscrepancies } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import { bodyOf, NoResponseError } from '../support/clients/client.js';
import { inScope } from '../support/scope.js';
import { sleep } from '../support/servers/processes.js';
import { NO_BACKGROUND_JOBS, startServer, type ServerProcess } from '../support/servers/server.js';

const CRASH_COUNT = inScope({ essential: 6, all: 20 });

let server: ServerProcess;
let products: TestProduct[];

beforeAll(async () => {
  server = await startServer({ env: NO_BACKGROUND_JOBS });
  const admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  products = await Promise.all(
    Array.from({ length: 5 }, () => newProduct(server, admin, { sectionId, quantityAvailable: 50_000 })),
  );
});

/** A shopper who orders repeatedly until the server is killed, and records the responses. */
class Buyer {
  readonly confirmed: TestOrder[] = [];
  /** Key of the order that was sent without a response. */
  pendingKey: string | undefined;

  constructor(readonly user: TestUser) {}

  async buyUntilCrash(random: () => number): Promise<void> {
    for (;;) {
      const key = randomUUID();
      const chosen = products.filter(() => random() < 0.5).concat(products.slice(0, 1));
      try {
        await fillCart(
          server,
          this.user,
          Object.fromEntries(chosen.map(({ id }) => [id, 1 + Math.floor(random() * 3)])),
        );
        this.pendingKey = key;
        this.confirmed.push(bodyOf(await placeOrder(server, this.user, key), 201));
        this.pendingKey = undefined;
      } catch (error) {
        if (error instanceof NoResponseError) return;
        throw error;
      }
    }
  }

  /** Expects every confirmed order in the database, with the same content. */
  async expectAllStored(): Promise<void> {
    const stored = await server.rows<{ id: string; number: string; total: number }>(
      'SELECT id, number, total FROM orders WHERE user_id = ?',
      [this.user.id],
    );
    expect(stored).toEqual(
      expect.arrayContaining(this.confirmed.map(({ id, number, total }) => ({ id, number, total }))),
    );
    const unconfirmed = stored.length - this.confirmed.length;
    expect(unconfirmed).toBeGreaterThanOrEqual(0);
    expect(unconfirmed).toBeLessThanOrEqual(this.pendingKey === undefined ? 0 : 1);
    if (this.pendingKey !== undefined) await this.expectAllOrNothing(this.pendingKey, unconfirmed === 1);
  }

  /** Expects that the pending order either emptied the cart or left it unchanged, and that a retry places it once. */
  private async expectAllOrNothing(key: string, wasPlaced: boolean): Promise<void> {
    const cart = bodyOf(await server.client.as(this.user).get<TestCart>('/cart'), 200);
    expect(cart.items.length === 0).toBe(wasPlaced);
    this.confirmed.push(bodyOf(await placeOrder(server, this.user, key), 201));
    this.pendingKey = undefined;
    const [row] = await server.rows<{ orders: number }>(
      'SELECT count(*) AS orders FROM orders WHERE user_id = ?',
      [this.user.id],
    );
    expect(row?.orders).toBe(this.confirmed.length);
  }
}

it(`loses no confirmed order and leaves none partial when it is killed ${CRASH_COUNT} times under load`, async () => {
  const buyers = (await newShoppers(server, 12)).map((user) => new Buyer(user));
  const confirmedOrders = (): number => buyers.reduce((count, buyer) => count + buyer.confirmed.length, 0);
  const random = seededRandom(Date.now());
  let interrupted = 0;

  for (let crash = 0; crash < CRASH_COUNT; crash++) {
    const target = confirmedOrders() + 1 + Math.floor(random() * 25);
    const buying = Promise.all(buyers.map((buyer) => buyer.buyUntilCrash(random)));
    const killing = (async () => {
      while (confirmedOrders() < target) await sleep(1);
      await sleep(random() * 10);
      await server.kill();
    })();
    await Promise.all([buying, killing]);
    interrupted += buyers.filter((buyer) => buyer.pendingKey !== undefined).length;
    await server.start();
    expect(await findBookDiscrepancies(server)).toEqual([]);
    await Promise.all(buyers.map((buyer) => buyer.expectAllStored()));
  }

  // Otherwise the server was never killed during an order, and the test proves nothing.
  expect(interrupted).toBeGreaterThan(CRASH_COUNT);
  await expectBalancedBooks(server, await signInAdmin(server));
});
