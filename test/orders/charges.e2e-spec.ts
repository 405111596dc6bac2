import { randomUUID } from 'node:crypto';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import {
  ADDRESS,
  fillCart,
  newOrder,
  placeOrder,
  type TestCart,
  type TestOrder,
} from '../factories/orders.js';
import { currentSettings, setPricing, type TestPricing } from '../factories/settings.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { linesOf, readPdf } from '../support/clients/pdf.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Charged {
  readonly subtotal: number;
  readonly charges: readonly { readonly kind: string; readonly amount: number }[];
}

type ChargedOrder = TestOrder & Charged;

const FREE: TestPricing = { deliveryFee: 0, freeDeliveryFrom: null, packingFee: 0, unitPrice: 'kg' };
const FEES: TestPricing = {
  deliveryFee: 3_000,
  freeDeliveryFrom: 20_000,
  packingFee: 500,
  unitPrice: '100g',
};
const DELIVERY = { kind: 'delivery', amount: 3_000 };
const PACKING = { kind: 'packing', amount: 500 };

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  const { id: sectionId } = await newSection(server, admin);
  // A piece of it costs 5,000.
  product = await newProduct(server, admin, { sectionId, quantityAvailable: 1000 });
});
beforeEach(async () => {
  shopper = await newShopper(server);
  await setPricing(server, admin, FREE);
});

const put = (body: object): Promise<ApiResponse<{ version: number } & Problem>> =>
  server.client.as(admin).put('/admin/settings/pricing', body);

const cart = async (): Promise<TestCart & Charged> =>
  bodyOf(await server.client.as(shopper).get<TestCart & Charged>('/cart'), 200);

describe('PUT /admin/settings/pricing', () => {
  it('replaces what the store charges, tells everyone, and leaves an entry in the audit log', async () => {
    const { version } = (await currentSettings(server, admin)).pricing;
    const entries = await new AuditLog(server, admin).leftBy(
      server.client.as(admin),
      (client) => client.put('/admin/settings/pricing', { version, value: FEES }),
      200,
    );
    expect(entries).toMatchObject([
      {
        action: 'settings.pricing-changed',
        subjectType: 'settings',
        subjectId: null,
        before: FREE,
        after: FEES,
      },
    ]);
    expect((await currentSettings(server, admin)).pricing).toEqual({ version: version + 1, value: FEES });
    const store = bodyOf(await server.client.get<{ prices: TestPricing }>('/store'), 200);
    expect(store.prices).toEqual(FEES);
  });

  it('refuses a change that is based on another version', async () => {
    const { version } = (await currentSettings(server, admin)).pricing;
    for (const stale of [0, version - 1, version + 1])
      expect(bodyOf(await put({ version: stale, value: FEES }), 409)).toMatchObject({
        ...{ code: 'request.stale-version', currentVersion: version },
      });
    expect((await currentSettings(server, admin)).pricing).toEqual({ version, value: FREE });
  });

  it('accepts one of two changes at once', async () => {
    const { version } = (await currentSettings(server, admin)).pricing;
    const responses = await Promise.all(
      [1_000, 2_000].map((deliveryFee) => put({ version, value: { ...FREE, deliveryFee } })),
    );
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await currentSettings(server, admin)).pricing.version).toBe(version + 1);
  });

  it.each<[string, unknown]>([
    ['value.deliveryFee', { ...FEES, deliveryFee: -1 }],
    ['value.deliveryFee', { ...FEES, deliveryFee: 30.5 }],
    ['value.packingFee', { ...FEES, packingFee: 100_000_001 }],
    ['value.packingFee', { deliveryFee: 0, freeDeliveryFrom: null }],
    ['value.freeDeliveryFrom', { ...FEES, freeDeliveryFrom: 0 }],
    ['value.freeDeliveryFrom', { deliveryFee: 0, packingFee: 0 }],
    ['value.unitPrice', { ...FEES, unitPrice: 'lb' }],
    ['value.discount', { ...FEES, discount: 1 }],
    ['value', null],
  ])('refuses a wrong %s', async (field, value) => {
    const before = (await currentSettings(server, admin)).pricing;
    const { code, errors } = bodyOf(await put({ version: before.version, value }), 400);
    expect([code, errors?.map((error) => error.field)]).toEqual(['request.invalid', [field]]);
    expect((await currentSettings(server, admin)).pricing).toEqual(before);
  });
});

describe('the charges of a cart and its order', () => {
  it('are added to the goods, and kept when they change later', async () => {
    await setPricing(server, admin, FEES);
    await fillCart(server, shopper, { [product.id]: 2 });
    const charged = { subtotal: 10_000, charges: [DELIVERY, PACKING], total: 13_500 };
    expect(await cart()).toMatchObject(charged);
    const order = bodyOf(
      await placeOrder<ChargedOrder>(server, shopper, randomUUID(), { expectedTotal: 13_500 }),
      201,
    );
    expect(order).toMatchObject(charged);

    await setPricing(server, admin, FREE);
    for (const path of [`/orders/${order.id}`, `/admin/orders/${order.id}`]) {
      const reader = path.startsWith('/admin') ? manager : shopper;
      expect(bodyOf(await server.client.as(reader).get(path), 200)).toMatchObject(charged);
    }
    await expectBalancedBooks(server, admin);
  });

  it('have no delivery from the price on from which it is free', async () => {
    await setPricing(server, admin, FEES);
    const order = (await newOrder(server, shopper, { [product.id]: 4 })) as ChargedOrder;
    expect(order).toMatchObject({ subtotal: 20_000, charges: [PACKING], total: 20_500 });
  });

  it('are none for an empty cart', async () => {
    await setPricing(server, admin, FEES);
    expect(await cart()).toMatchObject({ subtotal: 0, charges: [], total: 0 });
  });

  it('refuse an order whose shopper has seen others, with the cart as it is now', async () => {
    await fillCart(server, shopper, { [product.id]: 2 });
    await setPricing(server, admin, { deliveryFee: 3_000 });
    const refused = await placeOrder<Problem>(server, shopper, randomUUID(), { expectedTotal: 10_000 });
    expect(bodyOf(refused, 409)).toMatchObject({
      code: 'orders.price-changed',
      cart: { subtotal: 10_000, charges: [DELIVERY], total: 13_000 },
    });
    const order = await placeOrder<ChargedOrder>(server, shopper, randomUUID(), { expectedTotal: 13_000 });
    expect(bodyOf(order, 201).total).toBe(13_000);
  });

  it('are the same for an order by telephone', async () => {
    await setPricing(server, admin, FEES);
    const lines = [{ productId: product.id, quantity: 1 }];
    const charged = { subtotal: 5_000, charges: [DELIVERY, PACKING], total: 8_500 };
    expect(bodyOf(await server.client.as(manager).post('/admin/orders/quote', { lines }), 200)).toMatchObject(
      charged,
    );
    const body = { customerId: shopper.id, address: ADDRESS, lines, expectedTotal: 8_500 };
    const key = { 'idempotency-key': randomUUID() };
    expect(bodyOf(await server.client.as(manager).post('/admin/orders', body, key), 201)).toMatchObject(
      charged,
    );
  });

  it('are the same for the cart of a guest, of which nothing is stored', async () => {
    await setPricing(server, admin, FEES);
    const quote = (items: object[]): Promise<ApiResponse<Problem>> =>
      server.client.post('/cart/quote', { items });
    const [known, unknown] = [product.id, randomUUID()].map((productId) => ({ productId, quantity: 2 }));
    expect(bodyOf(await quote([known, unknown] as object[]), 200)).toMatchObject({
      items: [{ product: { id: product.id }, price: 10_000, isBuyable: true }],
      ...{ subtotal: 10_000, charges: [DELIVERY, PACKING], total: 13_500, notInTotal: [] },
    });
    expect(bodyOf(await quote([{ ...known, quantity: 5_000 }]), 200)).toMatchObject({
      items: [{ price: 0, isBuyable: false }],
      ...{ charges: [], total: 0, notInTotal: [{ productId: product.id, reason: 'cart.short-stock' }] },
    });
    for (const items of [[known, known], [{ ...known, quantity: 0 }], [{ ...known, quantity: -1 }]])
      expect(bodyOf(await quote(items as object[]), 400).code).toBe('request.invalid');
    expect(await server.rows('SELECT user_id FROM cart_items WHERE quantity = 5000000')).toEqual([]);
  });

  it('stand on the invoice', async () => {
    await setPricing(server, admin, FEES);
    const { id } = await newOrder(server, shopper, { [product.id]: 2 });
    const response = await fetch(`${server.url}/api/v1/orders/${id}/invoice`, {
      headers: { authorization: `Bearer ${shopper.accessToken}` },
    });
    const lines = linesOf(readPdf(Buffer.from(await response.arrayBuffer())));
    expect(lines.slice(lines.indexOf('Delivery'))).toEqual(
      expect.arrayContaining(['Delivery', '₹30.00', 'Packing', '₹5.00', '₹135.00']),
    );
  });

  it('are found by the books if one of them is lost', async () => {
    await setPricing(server, admin, FEES);
    const { id, number } = await newOrder(server, shopper, { [product.id]: 2 });
    const [charge] = await server.rows<{ id: string }>(
      `SELECT id FROM order_charges WHERE order_id = ? AND kind = 'packing'`,
      [id],
    );
    await server.rows(`UPDATE order_charges SET amount = 501 WHERE id = ?`, [charge?.id]);
    const books = bodyOf(await server.client.as(admin).get<{ orders: object }>('/admin/books'), 200);
    expect(books.orders).toMatchObject({
      differing: 1,
      examples: [{ number, total: 13_500, items: 10_000, charges: 3_501, lines: 1 }],
    });
    await server.rows(`UPDATE order_charges SET amount = 500 WHERE id = ?`, [charge?.id]);
    await expectBalancedBooks(server, admin);
  });
});
