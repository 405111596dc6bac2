import { chosenLines } from '../../src/cart/chosen-lines.js';
import type { OrderView } from '../../src/orders/orders.dto.js';
import { MINUTE_MS } from '../../src/platform/common/durations.js';
import { DomainError } from '../../src/platform/common/errors/domain-error.js';
import type { Database } from '../../src/platform/database/database.js';
import { insertOrder, insertProduct, insertUser } from '../factories/rows.js';
import { openTestDatabase } from '../support/stores/database.js';
import { createStoreLocation, ENGINE } from '../support/stores/engine.js';
import { createOrderServices } from '../support/stores/order-services.js';
import { TestClock } from '../support/stores/test-clock.js';

const ADDRESS = { name: 'A', phone: '+91 98450 12345', line1: '1', city: 'Bengaluru', postalCode: '560004' };
const CALLER = { sessionId: '', requestId: '' };
const LIMITS = { ORDERS_PER_HOUR: '3', ORDERED_UNITS_PER_HOUR: '40' };

const clock = new TestClock();
/** One shop for each process: two on PostgreSQL. */
let shops: ReturnType<typeof shopOn>[];
let database: Database;
let productId: string;
let userId: string;
let managerId: string;

function shopOn(connection: Database, variables: Readonly<Record<string, string>>) {
  const { cart, writer, placeOrder } = createOrderServices(connection, clock, variables);
  return {
    cart,
    /** Takes an order of so many kilos for the customer. */
    take: async (quantity: number): Promise<void> => {
      const staff = { ...CALLER, id: managerId, username: 'maya', role: 'store_manager' } as const;
      await connection.transaction(async (tx) => {
        const lines = await chosenLines(tx, [{ productId, quantity }]);
        await writer.write(tx, staff, { customerId: userId, lines, body: { address: ADDRESS } });
      });
    },
    /** Orders so many kilos. */
    order: async (quantity: number): Promise<OrderView> => {
      await cart.setItem(userId, productId, { quantity });
      const user = { ...CALLER, id: userId, username: 'asha', role: 'user' } as const;
      return placeOrder.run(user, { address: ADDRESS });
    },
  };
}

/** Returns the code, the limit and the waiting time of a refusal; undefined if there is none. */
async function refusalOf(order: Promise<unknown>): Promise<Record<string, unknown> | undefined> {
  try {
    await order;
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, kind: error.kind, ...error.parameters };
  }
}

beforeAll(async () => {
  const location = await createStoreLocation();
  database = await openTestDatabase(location);
  const databases = ENGINE === 'sqlite' ? [database] : [database, await openTestDatabase(location)];
  shops = databases.map((connection) => shopOn(connection, LIMITS));
  managerId = await insertUser(database);
  productId = await insertProduct(database, { available: 100_000_000 });
});

beforeEach(async () => {
  userId = await insertUser(database);
});

describe('orders of one account within an hour', () => {
  const shop = (): ReturnType<typeof shopOn> => shops[0] ?? fail();
  const fail = (): never => {
    throw new Error('There is no shop.');
  };

  it('are limited in number, until the oldest is an hour old', async () => {
    for (const _ of [1, 2, 3]) {
      await shop().order(1);
      clock.advance(10 * MINUTE_MS);
    }
    expect(await refusalOf(shop().order(1))).toEqual({
      ...{ code: 'orders.too-many', kind: 'limited', limit: 'orders', max: 3 },
      retryAfterSeconds: 30 * 60,
    });
    expect((await shop().cart.cart(userId)).items).toHaveLength(1);
    clock.advance(30 * MINUTE_MS);
    await shop().order(1);
  });

  it('are limited in units, and a single order too', async () => {
    await shop().order(30);
    expect(await refusalOf(shop().order(15))).toMatchObject({
      ...{ code: 'orders.too-many', kind: 'limited', limit: 'units', max: 40, retryAfterSeconds: 60 * 60 },
    });
    await shop().order(10);
    expect(await refusalOf(shop().order(41))).toMatchObject({
      ...{ code: 'orders.too-large', kind: 'rule', maxUnits: 40 },
    });
  });

  it('do not count imported ones, which were placed in another system', async () => {
    const imported = { userId, productId, timestamp: clock.now() - 1, status: 'delivered' };
    for (const reference of ['1', '2', '3']) await insertOrder(database, { ...imported, reference });
    await shop().order(1);
  });

  it('are limited also if many checkouts run at the same time, in several processes', async () => {
    const placed: OrderView[] = [];
    const keepOrdering = async ({ order }: ReturnType<typeof shopOn>): Promise<void> => {
      for (;;) {
        const refusal = await refusalOf(order(1).then((view) => placed.push(view)));
        if (refusal?.['code'] === 'orders.too-many') return;
        if (refusal !== undefined) expect(refusal['code']).toBe('orders.cart-empty');
      }
    };
    await Promise.all([...shops, ...shops, ...shops, ...shops].map(keepOrdering));
    expect(placed).toHaveLength(3);
  });

  it('have no limit by telephone, and do not count for the customer’s own orders', async () => {
    for (const quantity of [50, 20, 20, 20]) await shop().take(quantity);
    for (const _ of [1, 2, 3]) await shop().order(10);
    expect(await refusalOf(shop().order(1))).toMatchObject({ code: 'orders.too-many' });
    await shop().take(1);
  });

  it('have no limit with RATE_LIMITS=off', async () => {
    const unlimited = shopOn(database, { ...LIMITS, RATE_LIMITS: 'off' });
    for (const _ of [1, 2, 3, 4]) await unlimited.order(20);
  });
});
