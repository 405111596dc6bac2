import { newProduct, newSection, stockOf, type TestProduct } from '../factories/catalog.js';
import { newOrder, type TestOrder } from '../factories/orders.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse } from '../support/clients/client.js';
import { NO_BACKGROUND_JOBS, startServer, type Server } from '../support/servers/server.js';

const CANCELLATIONS = 20;

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;

beforeAll(async () => {
  server = await startServer({ env: NO_BACKGROUND_JOBS });
  admin = await signInAdmin(server);
  manager = await newManager(server);
  shopper = await newShopper(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId, quantityAvailable: 1000 });
});

const cancel = (order: TestOrder): Promise<ApiResponse<TestOrder>> =>
  server.client.as(shopper).post(`/orders/${order.id}/cancel`);

const changeStatus = (order: TestOrder, to: string): Promise<ApiResponse<TestOrder>> =>
  server.client.as(manager).post(`/admin/orders/${order.id}/transitions`, { to });

const statusOf = async (order: TestOrder): Promise<string> =>
  bodyOf(await server.client.as(shopper).get<TestOrder>(`/orders/${order.id}`), 200).status;

/** The position of the manager's request decides which side wins. */
it.each([0, 1, 5, 10, CANCELLATIONS])(
  'lets one win when a shopper cancels 20 times and a manager packs after %i of them',
  async (before) => {
    const stock = await stockOf(server, product.id);
    const order = await newOrder(server, shopper, { [product.id]: 3 });
    const requests = Array.from({ length: CANCELLATIONS }, () => () => cancel(order));
    requests.splice(before, 0, () => changeStatus(order, 'packed'));

    const responses = await Promise.all(requests.map((send) => send()));

    const packed = responses[before]?.status === 200;
    const cancelled = responses.filter((response, i) => i !== before && response.status === 200).length;
    expect([packed, cancelled]).toEqual(packed ? [true, 0] : [false, 1]);
    expect(responses.filter((response) => response.status === 409)).toHaveLength(CANCELLATIONS);
    expect(await statusOf(order)).toBe(packed ? 'packed' : 'cancelled');
    expect(await stockOf(server, product.id)).toBe(packed ? stock - 3 : stock);
    await expectBalancedBooks(server, admin);
  },
);

it('restocks once when shopper and staff cancel the same order concurrently', async () => {
  const stock = await stockOf(server, product.id);
  const order = await newOrder(server, shopper, { [product.id]: 3 });

  const responses = await Promise.all(
    Array.from({ length: CANCELLATIONS }, (_, i) =>
      i % 2 === 0 ? cancel(order) : changeStatus(order, 'cancelled'),
    ),
  );

  expect(responses.filter((response) => response.status === 200)).toHaveLength(1);
  expect(await stockOf(server, product.id)).toBe(stock);
  await expectBalancedBooks(server, admin);
});
