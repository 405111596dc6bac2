import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from './factories/catalog.js';
import { fillCart, placeOrder, type TestCart, type TestOrder } from './factories/orders.js';
import { manyShoppers, theAdmin, type TestUser } from './factories/users.js';
import { expectBalancedBooks, faultsOfBooks } from './setup/books.js';
import { bodyOf } from './setup/client.js';
import { sleep } from './setup/processes.js';
import { seededRandom } from './setup/random.js';
import { startServer, type Server } from './setup/server.js';

const CRASHES = 20;

let server: Server;
let admin: TestUser;
let products: TestProduct[];

beforeAll(async () => {
  server = await startServer();
  admin = await theAdmin(server);
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

  /** @returns false once the server does not answer */
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
        // A refusal is an error of the server's; a connection that broke off is what this test is about.
        if (!(error instanceof TypeError)) throw error;
        return;
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
  const random = seededRandom(Date.now());
  let interrupted = 0;

  for (let crash = 0; crash < CRASHES; crash++) {
    const buying = Promise.all(buyers.map((buyer) => buyer.buyUntilTheCrash(random)));
    await sleep(40 + random() * 400);
    await server.kill9();
    await buying;
    interrupted += buyers.filter((buyer) => buyer.underWay !== undefined).length;
    await server.start();
    expect(await faultsOfBooks(server)).toEqual([]);
    for (const buyer of buyers) await buyer.expectAllKept();
  }

  expect(interrupted).toBeGreaterThan(CRASHES);
  expect(buyers.flatMap((buyer) => buyer.answered).length).toBeGreaterThan(CRASHES * buyers.length);
  await expectBalancedBooks(server, admin);
}, 300_000);
