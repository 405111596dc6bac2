import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { fillCart, placeOrder, type TestOrder } from '../factories/orders.js';
import { newShoppers, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import type { ApiResponse, Problem } from '../support/clients/client.js';
import { inScope } from '../support/scope.js';
import { NO_BACKGROUND_JOBS, startServer, type Server } from '../support/servers/server.js';

const SHOPPER_COUNT = 50;
const TURN_COUNT = inScope({ essential: 8, all: 20 });

let server: Server;
let admin: TestUser;
let sectionId: string;

beforeAll(async () => {
  server = await startServer({
    // Here, every buyer waits, however slow the machine is.
    env: { ...NO_BACKGROUND_JOBS, DATABASE_WAIT_TIMEOUT_MS: '240000' },
  });
  admin = await signInAdmin(server);
  sectionId = (await newSection(server, admin)).id;
});

const count = (responses: readonly ApiResponse[], status: number): number =>
  responses.filter((response) => response.status === status).length;

/** Returns the distinct problem codes among the responses. */
function problemCodesOf(responses: readonly ApiResponse[]): string[] {
  const problems = responses
    .filter((response) => response.status >= 400)
    .map((response) => response.body as Problem);
  return [...new Set(problems.map((problem) => problem.code))];
}

it('sells 200 pieces to 500 concurrent buyers and refuses the other 300 as sold out', async () => {
  const product = await newProduct(server, admin, { sectionId, quantityAvailable: 200 });
  const buyers = await newShoppers(server, 500);
  await Promise.all(buyers.map((buyer) => fillCart(server, buyer, { [product.id]: 1 })));

  const responses = await Promise.all(buyers.map((buyer) => placeOrder(server, buyer)));

  expect(count(responses, 201)).toBe(200);
  expect(count(responses, 409)).toBe(300);
  expect(problemCodesOf(responses)).toEqual(['catalog.out-of-stock']);
  expect(await stockOf(server, product.id)).toBe(0);
  const [sold] = await server.rows<{ orders: number; taken: number }>(
    `SELECT count(*) AS orders, sum(delta) AS taken FROM stock_movements WHERE product_id = ? AND reason = 'order'`,
    [product.id],
  );
  expect(sold).toEqual({ orders: 200, taken: -200_000 });
  await expectBalancedBooks(server, admin);
});

it(`keeps balanced books through ${SHOPPER_COUNT * TURN_COUNT} checkouts and cancellations of ten scarce products`, async () => {
  const products = await Promise.all(
    Array.from({ length: 10 }, () => newProduct(server, admin, { sectionId, quantityAvailable: 40 })),
  );
  const shoppers = await newShoppers(server, SHOPPER_COUNT);
  const outcomes: { action: 'checkout' | 'cancel'; response: ApiResponse }[] = [];

  await Promise.all(
    shoppers.map(async (shopper, i) => {
      const random = seededRandom(i);
      const open: string[] = [];
      for (let turn = 0; turn < TURN_COUNT; turn++) {
        const isCancelling = open.length > 0 && random() < 0.5;
        if (isCancelling) {
          const [id] = open.splice(Math.floor(random() * open.length), 1);
          outcomes.push({
            action: 'cancel',
            response: await server.client.as(shopper).post(`/orders/${id}/cancel`),
          });
        } else {
          const response = await checkoutAtRandom(shopper, products, random);
          if (response.status === 201) open.push((response.body as TestOrder).id);
          outcomes.push({ action: 'checkout', response });
        }
      }
    }),
  );

  expect(outcomes).toHaveLength(SHOPPER_COUNT * TURN_COUNT);
  const responsesTo = (action: string): ApiResponse[] =>
    outcomes.filter((outcome) => outcome.action === action).map(({ response }) => response);
  expect(count(responsesTo('cancel'), 200)).toBe(responsesTo('cancel').length);
  expect(problemCodesOf(responsesTo('checkout'))).toEqual(['catalog.out-of-stock']);
  // Without refusals the products were not scarce, and the test proves nothing.
  expect(count(responsesTo('checkout'), 409)).toBeGreaterThan(20);
  expect(responsesTo('cancel').length).toBeGreaterThan(5 * TURN_COUNT);
  await expectBalancedBooks(server, admin);
});

/** Orders one to three products, in a different order for each shopper, so that locks are taken in every order. */
function checkoutAtRandom(
  shopper: TestUser,
  products: readonly TestProduct[],
  random: () => number,
): Promise<ApiResponse> {
  const chosen = products.toSorted(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 3));
  const quantities = Object.fromEntries(chosen.map(({ id }) => [id, 1 + Math.floor(random() * 4)]));
  return server.client
    .as(shopper)
    .delete('/cart')
    .then(() => fillCart(server, shopper, quantities))
    .then(() => placeOrder(server, shopper));
}
