import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Books {
  readonly balanced: boolean;
  readonly products: {
    readonly checked: number;
    readonly differing: number;
    readonly examples: readonly object[];
  };
  readonly orders: {
    readonly checked: number;
    readonly differing: number;
    readonly examples: readonly object[];
  };
}

let server: Server;
let admin: TestUser;
let product: TestProduct;
let order: TestOrder;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 10 });
  await newProduct(server, admin, { sectionId, quantityAvailable: 0 });
  order = await newOrder(server, await newShopper(server), { [product.id]: 2 });
});

const books = async (): Promise<Books> =>
  bodyOf(await server.client.as(admin).get<Books>('/admin/books'), 200);

/** Changes the data directly, reads the books, and reverts the change. */
async function booksAfter(statement: string, values: unknown[], undo: string): Promise<Books> {
  await server.rows(statement, values);
  const result = await books();
  await server.rows(undo, values);
  return result;
}

it('reports balanced books for unchanged data', async () => {
  expect(await books()).toMatchObject({
    balanced: true,
    products: { checked: 2, differing: 0, examples: [] },
    orders: { checked: 1, differing: 0, examples: [] },
  });
  await expectBalancedBooks(server, admin);
});

it('names a product whose stock differs from its ledger', async () => {
  const result = await booksAfter(
    'UPDATE products SET quantity_available = quantity_available + 250 WHERE id = ?',
    [product.id],
    'UPDATE products SET quantity_available = quantity_available - 250 WHERE id = ?',
  );
  expect(result).toMatchObject({
    balanced: false,
    products: {
      checked: 2,
      differing: 1,
      examples: [
        {
          productId: product.id,
          name: product.name,
          quantityAvailable: 8.25,
          ledger: 8,
          quantityPromised: 2,
          ordered: 2,
        },
      ],
    },
    orders: { differing: 0 },
  });
  await expectBalancedBooks(server, admin);
});

it('names a product whose promised quantity differs from its open orders', async () => {
  const result = await booksAfter(
    'UPDATE products SET quantity_promised = quantity_promised + 500 WHERE id = ?',
    [product.id],
    'UPDATE products SET quantity_promised = quantity_promised - 500 WHERE id = ?',
  );
  expect(result).toMatchObject({
    balanced: false,
    products: { checked: 2, differing: 1, examples: [{ quantityPromised: 2.5, ordered: 2, ledger: 8 }] },
    orders: { differing: 0 },
  });
});

it('detects an order whose goods have left in its status alone', async () => {
  const result = await booksAfter(
    `UPDATE orders SET status = 'delivered' WHERE id = ?`,
    [order.id],
    `UPDATE orders SET status = 'placed' WHERE id = ?`,
  );
  expect(result).toMatchObject({
    balanced: false,
    products: { examples: [{ quantityPromised: 2, ordered: 0 }] },
  });
});

it('detects a changed stock movement', async () => {
  const result = await booksAfter(
    `UPDATE stock_movements SET delta = delta - 1 WHERE product_id = ? AND reason = 'order'`,
    [product.id],
    `UPDATE stock_movements SET delta = delta + 1 WHERE product_id = ? AND reason = 'order'`,
  );
  expect(result).toMatchObject({
    balanced: false,
    products: { differing: 1, examples: [{ ledger: 7.999 }] },
  });
});

it('names an order whose total differs from the sum of its items', async () => {
  const result = await booksAfter(
    'UPDATE orders SET total = total + 1 WHERE id = ?',
    [order.id],
    'UPDATE orders SET total = total - 1 WHERE id = ?',
  );
  expect(result).toMatchObject({
    balanced: false,
    products: { differing: 0 },
    orders: {
      checked: 1,
      differing: 1,
      examples: [{ orderId: order.id, number: order.number, total: 10_001, items: 10_000, lines: 1 }],
    },
  });
});

it('reports balanced books after concurrent orders, cancellations, deliveries and counts', async () => {
  const manager = await newManager(server);
  const shoppers = await Promise.all([1, 2, 3].map(() => newShopper(server)));
  const move = (body: object): Promise<unknown> =>
    server.client.as(manager).post(`/admin/products/${product.id}/stock-movements`, body);
  await Promise.all([
    ...shoppers.map(async (shopper) => {
      const { id } = await newOrder(server, shopper, { [product.id]: 1 });
      bodyOf(await server.client.as(shopper).post(`/orders/${id}/cancel`), 200);
    }),
    move({ reason: 'waste', delta: -1 }),
    move({ reason: 'correction', counted: 11 }),
    move({ reason: 'delivery', delta: 0.125 }),
    books(),
    books(),
  ]);
  await expectBalancedBooks(server, admin);
});
