import { DAY_MS } from '../../src/platform/common/durations.js';
import { newProduct, newSection, type TestProduct } from '../factories/catalog.js';
import { documentOf } from '../factories/documents.js';
import { newOrder, sendOut, type TestDocument, type TestOrder } from '../factories/orders.js';
import { setLegal, setPricing, setTax } from '../factories/settings.js';
import { newTaxClass } from '../factories/taxes.js';
import { newManager, newShopper, signInAdmin, type TestUser } from '../factories/users.js';
import { downloadPdf, undoDeparture } from '../support/actions/documents.js';
import { mailsTo } from '../support/actions/mails.js';
import { AuditLog } from '../support/assertions/audit-log.js';
import { expectBalancedBooks } from '../support/assertions/books.js';
import { bodyOf, type ApiResponse, type Problem } from '../support/clients/client.js';
import { startServer, type Server } from '../support/servers/server.js';

interface Discount {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
}

interface DiscountedOrder extends TestOrder {
  readonly subtotal: number;
  readonly placedTotal: number;
  readonly discounts: readonly Discount[];
  readonly documents: readonly TestDocument[];
}

const LABEL = 'Sorry for the delay';

let server: Server;
let admin: TestUser;
let manager: TestUser;
let shopper: TestUser;
let product: TestProduct;
let other: TestProduct;
beforeAll(async () => {
  server = await startServer();
  admin = await signInAdmin(server);
  manager = await newManager(server);
  const { id: sectionId } = await newSection(server, admin);
  product = await newProduct(server, manager, { sectionId, ratePerUnit: 5_000, quantityAvailable: 1000 });
  other = await newProduct(server, manager, { sectionId, ratePerUnit: 15_000, quantityAvailable: 1000 });
  await setPricing(server, admin, { deliveryFee: 3_000 });
});
beforeEach(async () => {
  shopper = await newShopper(server);
});

/** Returns a day near today, in UTC. */
const day = (offset: number): string => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);

/** Goods for 20,000, and the delivery for 3,000. */
const placed = (): Promise<TestOrder> => newOrder(server, shopper, { [product.id]: 1, [other.id]: 1 });

function give<Body = Discount>(
  orderId: string,
  amount: number,
  { by = manager, label = LABEL }: { by?: TestUser; label?: string } = {},
): Promise<ApiResponse<Body>> {
  return server.client.as(by).post<Body>(`/admin/orders/${orderId}/discounts`, { label, amount });
}

const refusal = async (response: Promise<ApiResponse<Problem>>): Promise<[number, string]> => {
  const { status, body } = await response;
  return [status, body.code];
};

const orderOf = async (id: string): Promise<DiscountedOrder> =>
  bodyOf(await server.client.as(shopper).get<DiscountedOrder>(`/orders/${id}`), 200);

const takeBack = (orderId: string, discountId: string): Promise<ApiResponse<Problem>> =>
  server.client.as(manager).delete(`/admin/orders/${orderId}/discounts/${discountId}`);

describe('a discount on an order', () => {
  it('reduces the total, keeps what was placed, and leaves an entry in the audit log', async () => {
    const { id } = await placed();
    const entries = await new AuditLog(server, admin).leftBy(
      server.client.as(manager),
      (client) => client.post(`/admin/orders/${id}/discounts`, { label: `  ${LABEL} `, amount: 2_500 }),
      201,
    );
    expect(entries).toMatchObject([
      {
        ...{ action: 'orders.discount-given', subjectType: 'order', subjectId: id },
        ...{ before: null, after: { label: LABEL, amount: 2_500 } },
      },
    ]);
    const order = await orderOf(id);
    expect(order).toMatchObject({
      ...{ subtotal: 20_000, total: 20_500, placedTotal: 23_000 },
      discounts: [{ label: LABEL, amount: 2_500 }],
      items: [
        { discounts: [], orderedQuantity: 1 },
        { discounts: [], orderedQuantity: 1 },
      ],
    });
    const seen = await server.client.as(manager).get(`/admin/orders/${id}`);
    expect(bodyOf(seen, 200)).toMatchObject({ total: 20_500, discounts: order.discounts });
    await expectBalancedBooks(server, admin);
  });

  it('can be taken back', async () => {
    const { id } = await placed();
    const { id: discountId } = bodyOf(await give(id, 2_500), 201);
    await give(id, 1_000);
    const entries = await new AuditLog(server, admin).leftBy(
      server.client.as(manager),
      (client) => client.delete(`/admin/orders/${id}/discounts/${discountId}`),
      204,
    );
    expect(entries).toMatchObject([
      { action: 'orders.discount-removed', before: { label: LABEL, amount: 2_500 }, after: null },
    ]);
    expect(await orderOf(id)).toMatchObject({ total: 22_000, discounts: [{ amount: 1_000 }] });
    for (const unknown of [discountId, 'x', id])
      expect(await refusal(takeBack(id, unknown))).toEqual([404, 'orders.discount-not-found']);
    const another = await placed();
    expect(await refusal(takeBack(another.id, discountId))).toEqual([404, 'orders.discount-not-found']);
    await expectBalancedBooks(server, admin);
  });

  it('is at most what the goods cost, together with the other discounts', async () => {
    const { id } = await placed();
    bodyOf(await give(id, 5_000), 201);
    expect(bodyOf(await give<Problem>(id, 15_001), 422)).toMatchObject({
      ...{ code: 'orders.discount-too-high', max: 15_000 },
    });
    bodyOf(await give(id, 15_000), 201);
    // The delivery is still to be paid.
    expect(await orderOf(id)).toMatchObject({ total: 3_000 });
    expect(await refusal(give(id, 1))).toEqual([422, 'orders.discount-too-high']);
    await expectBalancedBooks(server, admin);
  });

  it('is one of ten at most', async () => {
    const { id } = await placed();
    for (let i = 0; i < 10; i++) bodyOf(await give(id, 1), 201);
    expect(await refusal(give(id, 1))).toEqual([422, 'orders.too-many-discounts']);
    expect(await orderOf(id)).toMatchObject({ total: 22_990 });
  });

  it.each<[string, object]>([
    ['amount', { label: LABEL, amount: 0 }],
    ['amount', { label: LABEL, amount: -1 }],
    ['amount', { label: LABEL, amount: 0.5 }],
    ['amount', { label: LABEL, amount: 1e300 }],
    ['amount', { label: LABEL }],
    ['label', { label: ' ', amount: 1 }],
    ['label', { label: 'x'.repeat(101), amount: 1 }],
    ['label', { label: null, amount: 1 }],
    ['reason', { label: LABEL, amount: 1, reason: 'staff' }],
  ])('is refused with a wrong %s', async (field, body) => {
    const { id } = await placed();
    const response = await server.client.as(manager).post<Problem>(`/admin/orders/${id}/discounts`, body);
    expect(bodyOf(response, 400).errors?.map((error) => error.field)).toEqual([field]);
    expect(await orderOf(id)).toMatchObject({ total: 23_000, discounts: [] });
  });

  it('is refused for unknown and cancelled orders', async () => {
    for (const unknown of ['x', product.id])
      expect(await refusal(give(unknown, 1))).toEqual([404, 'orders.not-found']);
    const { id } = await placed();
    bodyOf(await server.client.as(shopper).post(`/orders/${id}/cancel`, {}), 200);
    expect(bodyOf(await give<Problem>(id, 1), 409)).toMatchObject({
      ...{ code: 'orders.not-discountable', orderStatus: 'cancelled' },
    });
  });

  it('gives two at once one after the other, never more than the goods cost', async () => {
    const { id } = await placed();
    const both = await Promise.all([give<Problem>(id, 12_000), give<Problem>(id, 12_000)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect(await orderOf(id)).toMatchObject({ total: 11_000 });
  });
});

describe('the papers of a discounted order', () => {
  beforeAll(async () => {
    await setLegal(server, admin);
    const { id } = await newTaxClass(server, admin, { rates: [{ validFrom: '2020-01-01', percent: 5 }] });
    await setTax(server, admin, { scheme: 'regular', defaultClassId: id });
  });

  it('share the discount over the items, and are credited with it', async () => {
    const { id } = await placed();
    bodyOf(await give(id, 2_000), 201);
    const { id: documentId } = await sendOut(server, manager, id);
    const document = await documentOf(server, manager, documentId);
    expect(document).toMatchObject({
      total: 21_000,
      lines: [
        { gross: 5_000, discount: 500, net: 4_500, taxable: 4_286 },
        { gross: 15_000, discount: 1_500, net: 13_500, taxable: 12_858 },
        { gross: 3_000, discount: 0, net: 3_000, taxable: 2_858 },
      ],
    });
    const { lines } = await downloadPdf(server, shopper, `/orders/${id}/documents/${documentId}/file`);
    expect(lines).toEqual(expect.arrayContaining(['Discount', '₹5.00', '₹15.00', '₹45.00', '₹135.00']));
    expect(bodyOf(await give<Problem>(id, 1), 409).code).toBe('documents.already-issued');

    expect(await undoDeparture(server, manager, id)).toMatchObject({ problem: null });
    bodyOf(await give(id, 1_000), 201);
    const again = bodyOf(
      await server.client
        .as(manager)
        .post<DiscountedOrder>(`/admin/orders/${id}/transitions`, { to: 'out_for_delivery' }),
      200,
    );
    expect(again.documents.map(({ kind, total }) => [kind, total])).toEqual([
      ['tax_invoice', 21_000],
      ['credit_note', 21_000],
      ['tax_invoice', 20_000],
    ]);
    await expectBalancedBooks(server, admin);
  });

  it('are true when a discount and the departure come at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await placed();
      const path = `/admin/orders/${id}/transitions`;
      bodyOf(await server.client.as(manager).post(path, { to: 'packed' }), 200);
      const [discount] = await Promise.all([
        give<Problem>(id, 2_000),
        server.client.as(manager).post(path, { to: 'out_for_delivery' }),
      ]);
      const { total, documents } = await orderOf(id);
      expect([total, documents.map((document) => document.total)]).toEqual(
        discount.status === 201 ? [21_000, [21_000]] : [23_000, [23_000]],
      );
    }
    await expectBalancedBooks(server, admin);
  });

  it('confirm the order as it was placed, and mail what it costs now', async () => {
    const { id, number } = await placed();
    bodyOf(await give(id, 2_000), 201);
    const { lines } = await downloadPdf(server, shopper, `/orders/${id}/invoice`);
    expect(lines).toContain('₹230.00');
    await sendOut(server, manager, id);
    const mails = await mailsTo({ server, admin }, shopper.username, 'order-status', 2);
    const left = mails.filter(({ text }) => text.includes(number));
    expect(
      left.map(({ text }) => [text.includes(`Discount: ${LABEL}: −₹20.00`), text.includes('₹210.00')]),
    ).toEqual([
      [true, true],
      [true, true],
    ]);
  });
});

it('is a part of the sales report', async () => {
  const { id } = await placed();
  bodyOf(await give(id, 2_500), 201);
  interface Report {
    readonly totals: Readonly<Record<'revenue' | 'goods' | 'charges' | 'discounts', number>>;
  }
  const report = await server.client.as(manager).get<Report>('/admin/reports/sales', {
    ...{ from: day(-1), to: day(1) },
  });
  const { revenue, goods, charges, discounts } = bodyOf(report, 200).totals;
  expect(revenue).toBe(goods + charges - discounts);
  const [given] = await server.rows<{ amount: number }>(`
    SELECT sum(d.amount) AS amount FROM order_discounts d JOIN orders o ON o.id = d.order_id WHERE o.status <> 'cancelled'`);
  expect(discounts).toBe(Number(given?.amount));
});
