import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { fillCart, placeOrder, type TestCart, type TestOrder } from '../factories/orders.js';
import { manyShoppers, theAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks, faultsOfBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import { bodyOf, NoAnswer } from '../support/clients/client.js';
import { sleep } from '../support/servers/processes.js';
import { REQUESTS_ALONE, startServer, type Server } from '../support/servers/server.js';

const CRASHES = 20;

let server: Server;
let products: TestProduct[];

beforeAll(async () => {
  server = await startServer({ env: REQUESTS_ALONE });
  const admin = await theAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  products = await Promise.all(
    Array.from({ length: 5 }, () => newProduct(server, admin, { sectionId, quantityAvailable: 50_000 })),
  );
});

/** A shopper who orders again and again until the server is gone, and remembers what was answered. */
class Buyer {
  readonly answered: TestOrder[] = [];
  /** The key of the order that was sent and not answered. */
  underWay: string | undefined;

  constructor(readonly user: TestUser) {}

  async buyUntilTheCrash(random: () => number): Promise<void> {
    for (;;) {
      const key = randomUUID();
      const chosen = products.filter(() => random() < 0.5).concat(products.slice(0, 1));
      try {
        await fillCart(
          server,
          this.user,
          Object.fromEntries(chosen.map(({ id }) => [id, 1 + Math.floor(random() * 3)])),
        );
        this.underWay = key;
        this.answered.push(bodyOf(await placeOrder(server, this.user, key), 201));
        this.underWay = undefined;
      } catch (error) {
        if (error instanceof NoAnswer) return;
        throw error;
      }
    }
  }

  /** Everything that was answered is there, as it was answered. */
  async expectAllKept(): Promise<void> {
    const kept = await server.rows<{ id: string; number: string; total: number }>(
      'SELECT id, number, total FROM orders WHERE user_id = ?',
      [this.user.id],
    );
    expect(kept).toEqual(
      expect.arrayContaining(this.answered.map(({ id, number, total }) => ({ id, number, total }))),
    );
    const unanswered = kept.length - this.answered.length;
    expect(unanswered).toBeGreaterThanOrEqual(0);
    expect(unanswered).toBeLessThanOrEqual(this.underWay === undefined ? 0 : 1);
    if (this.underWay !== undefined) await this.expectAllOrNothing(this.underWay, unanswered === 1);
  }

  /** The order that was under way took the cart with it, or left it alone; sent again, it is placed once. */
  private async expectAllOrNothing(key: string, wasPlaced: boolean): Promise<void> {
    const cart = bodyOf(await server.client.as(this.user).get<TestCart>('/cart'), 200);
    expect(cart.items.length === 0).toBe(wasPlaced);
    this.answered.push(bodyOf(await placeOrder(server, this.user, key), 201));
    this.underWay = undefined;
    const [row] = await server.rows<{ orders: number }>(
      'SELECT count(*) AS orders FROM orders WHERE user_id = ?',
      [this.user.id],
    );
    expect(row?.orders).toBe(this.answered.length);
  }
}

it(`loses no answered order and leaves none half done when it is killed ${CRASHES} times under load`, async () => {
  const buyers = (await manyShoppers(server, 12)).map((user) => new Buyer(user));
  const answered = (): number => buyers.reduce((count, buyer) => count + buyer.answered.length, 0);
  const random = seededRandom(Date.now());
  let interrupted = 0;

  for (let crash = 0; crash < CRASHES; crash++) {
    const enough = answered() + 1 + Math.floor(random() * 25);
    const buying = Promise.all(buyers.map((buyer) => buyer.buyUntilTheCrash(random)));
    const watching = (async () => {
      while (answered() < enough) await sleep(1);
      await sleep(random() * 10);
      await server.kill9();
    })();
    await Promise.all([buying, watching]);
    interrupted += buyers.filter((buyer) => buyer.underWay !== undefined).length;
    await server.start();
    expect(await faultsOfBooks(server)).toEqual([]);
    await Promise.all(buyers.map((buyer) => buyer.expectAllKept()));
  }

  // Otherwise it was not killed in the middle of anything, and nothing was put to the test.
  expect(interrupted).toBeGreaterThan(CRASHES);
  await expectBalancedBooks(server, await theAdmin(server));
}, 600_000);
