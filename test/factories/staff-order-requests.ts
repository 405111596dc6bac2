import { randomUUID } from 'node:crypto';
import { bodyOf } from '../support/clients/client.js';
import { ADDRESS, newOrder } from './orders.js';
import { withoutInput, type RequestFactory } from './request-factory.js';
import { newOrderIds, ofNewOrder } from './request-targets.js';
import { newShopper } from './users.js';

const DISCOUNT = { label: 'Sorry for the delay', amount: 100 };

/** Factories of a valid request for each operation of staff on orders. */
export const STAFF_ORDER_REQUESTS: Readonly<Record<string, RequestFactory>> = {
  listAdminOrders: withoutInput,
  listMatchingOrders: () => ({ query: { status: 'placed' } }),
  getAdminOrder: ofNewOrder,
  getAdminInvoice: ofNewOrder,
  transitionOrder: async (fixture, caller) => ({
    ...(await ofNewOrder(fixture, caller)),
    json: { to: 'packed' },
  }),

  giveDiscount: async (fixture, caller) => ({
    ...(await ofNewOrder(fixture, caller)),
    json: DISCOUNT,
  }),
  removeDiscount: async (fixture, caller) => {
    const { path } = await ofNewOrder(fixture, caller);
    const { server, users } = fixture;
    const given = await server.client
      .as(users.manager)
      .post<{ id: string }>(`/admin/orders/${path?.['id']}/discounts`, DISCOUNT);
    return { path: { ...path, discountId: bodyOf(given, 201).id } };
  },

  setPickTicks: async ({ server, users, product }) => {
    const { items } = await newOrder(server, users.owner, { [product.id]: 1 });
    return { json: { ticks: items.map(({ id: itemId }) => ({ itemId, ticked: true })) } };
  },
  transitionOrders: async (fixture, caller) => ({
    json: { ...(await newOrderIds(fixture, caller)), to: 'packed' },
  }),
  undoTransitions: async (fixture, caller) => ({
    json: { ...(await newOrderIds(fixture, caller)), status: 'packed' },
  }),

  takeOrder: async ({ server, product }) => ({
    headers: { 'idempotency-key': randomUUID() },
    json: {
      customerId: (await newShopper(server)).id,
      address: ADDRESS,
      lines: [{ productId: product.id, quantity: 1 }],
    },
  }),
  quoteOrder: ({ product }) => ({ json: { lines: [{ productId: product.id, quantity: 1 }] } }),
  listCustomerFrequentProducts: ({ users }) => ({ path: { id: users.owner.id } }),
};
