import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { fillCart, placeOrder, type TestOrder } from '../factories/orders.js';
import { manyShoppers, newShoppers, theAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { seededRandom } from '../support/attacks/random.js';
import type { Answer, Problem } from '../support/clients/client.js';
import { REQUESTS_ALONE, startServer, type Server } from '../support/servers/server.js';

let server: Server;
let admin: TestUser;
let sectionId: string;

beforeAll(async () => {
  server = await startServer({ env: REQUESTS_ALONE });
  admin = await theAdmin(server);
  sectionId = (await newSection(server, admin)).id;
});

const count = (answers: readonly Answer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

/** Returns the distinct problem codes among the responses. */
function problemCodesOf(answers: readonly Answer[]): string[] {
  const problems = answers.filter((answer) => answer.status >= 400).map((answer) => answer.body as Problem);
  return [...new Set(problems.map((problem) => problem.code))];
}

it('sells 200 pieces to 500 concurrent buyers and refuses the other 300 as sold out', async () => {
  const product = await newProduct(server, admin, { sectionId, quantityAvailable: 200 });
  const buyers = await manyShoppers(server, 500);
  await Promise.all(buyers.map((buyer) => fillCart(server, buyer, { [product.id]: 1 })));

  const answers = await Promise.all(buyers.map((buyer) => placeOrder(server, buyer)));

  expect(count(answers, 201)).toBe(200);
  expect(count(answers, 409)).toBe(300);
  expect(problemCodesOf(answers)).toEqual(['catalog.out-of-stock']);
  expect(await stockOf(server, product.id)).toBe(0);
  const [sold] = await server.rows<{ orders: number; taken: number }>(
    `SELECT count(*) AS orders, sum(delta) AS taken FROM stock_movements WHERE product_id = ? AND reason = 'order'`,
    [product.id],
  );
  expect(sold).toEqual({ orders: 200, taken: -200_000 });
  await expectBalancedBooks(server, admin);
});

it('keeps balanced books through a thousand checkouts and cancellations of ten scarce products', async () => {
  const products = await Promise.all(
    Array.from({ length: 10 }, () => newProduct(server, admin, { sectionId, quantityAvailable: 40 })),
  );
  const shoppers = await newShoppers(server, 50);
  const outcomes: { action: 'checkout' | 'cancel'; answer: Answer }[] = [];

  await Promise.all(
    shoppers.map(async (shopper, i) => {
      const random = seededRandom(i);
      const open: string[] = [];
      for (let turn = 0; turn < 20; turn++) {
        const isCancelling = open.length > 0 && random() < 0.5;
        if (isCancelling) {
          const [id] = open.splice(Math.floor(random() * open.length), 1);
          outcomes.push({
            action: 'cancel',
            answer: await server.client.as(shopper).post(`/orders/${id}/cancel`),
          });
        } else {
          const answer = await checkoutAtRandom(shopper, products, random);
          if (answer.status === 201) open.push((answer.body as TestOrder).id);
          outcomes.push({ action: 'checkout', answer });
        }
      }
    }),
  );

  expect(outcomes).toHaveLength(1000);
  const responsesTo = (action: string): Answer[] =>
    outcomes.filter((outcome) => outcome.action === action).map(({ answer }) => answer);
  expect(count(responsesTo('cancel'), 200)).toBe(responsesTo('cancel').length);
  expect(problemCodesOf(responsesTo('checkout'))).toEqual(['catalog.out-of-stock']);
  // Without refusals the products were not scarce, and the test proves nothing.
  expect(count(responsesTo('checkout'), 409)).toBeGreaterThan(20);
  expect(responsesTo('cancel').length).toBeGreaterThan(100);
  await expectBalancedBooks(server, admin);
});

/** Orders one to three products, in a different order for each shopper, so that locks are taken in every order. */
function checkoutAtRandom(
  shopper: TestUser,
  products: readonly TestProduct[],
  random: () => number,
): Promise<Answer> {
  const chosen = products.toSorted(() => random() - 0.5).slice(0, 1 + Math.floor(random() * 3));
  const quantities = Object.fromEntries(chosen.map(({ id }) => [id, 1 + Math.floor(random() * 4)]));
  return server.client
    .as(shopper)
    .delete('/cart')
    .then(() => fillCart(server, shopper, quantities))
    .then(() => placeOrder(server, shopper));
}
